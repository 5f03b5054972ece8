package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.ledger.Author;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Shell;
import org.liuzheng.page.Visitor;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.springframework.stereotype.Component;

/** The registers as far as they are open to a visitor; others are refused in a sentence. */
@Component
class OpenRegisters {
  private static final String ADMINISTRATOR = "admin";

  private final Registers registers;

  OpenRegisters(Registers registers) {
    this.registers = registers;
  }

  List<Schema> readable(Shell shell) {
    return registers.schemas().stream().filter(s -> Reading.allowed(s, shell.visitor())).toList();
  }

  /**
   * @throws NotShown when there is no such register or the visitor may not read it
   */
  Schema toRead(Shell shell, String register) {
    Schema schema =
        registers
            .schema(register)
            .orElseThrow(() -> NotShown.missing("register_page.none", register));
    if (!Reading.allowed(schema, shell.visitor())) {
      throw NotShown.closed(
          shell.visitor().signedIn() ? "register_page.closed_to_you" : "register_page.closed",
          schema.label());
    }
    return schema;
  }

  /**
   * @throws NotShown as {@link #toRead}, or when the visitor may not write to it
   */
  Schema toWrite(Shell shell, String register) {
    Schema schema = toRead(shell, register);
    if (!Reading.mayWrite(schema, shell.visitor())) {
      throw NotShown.closed(
          shell.visitor().signedIn() ? "register_page.not_yours" : "register_page.sign_in_to_write",
          schema.label());
    }
    return schema;
  }

  /** Writing is about what is known now; a page that shows an earlier state offers none. */
  boolean offersWriting(Shell shell, Schema schema) {
    return shell.moment().known().isEmpty() && Reading.mayWrite(schema, shell.visitor());
  }

  /**
   * Entries can be read by who may read their register; those of a register that no pack declares
   * are for administrators.
   */
  void toReadEntries(Shell shell, String register) {
    if (registers.schema(register).isPresent()) {
      toRead(shell, register);
    } else if (!administers(shell.visitor())) {
      throw NotShown.closed("entry.closed");
    }
  }

  static boolean administers(Visitor visitor) {
    return visitor.roles().contains(ADMINISTRATOR);
  }

  static Author author(Shell shell) {
    Visitor visitor = shell.visitor();
    return new Author(visitor.login(), visitor.unit(), visitor.roles());
  }
}
