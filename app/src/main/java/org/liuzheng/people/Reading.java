package org.liuzheng.people;

import org.liuzheng.page.Visitor;
import org.liuzheng.register.Schema;

/** Decides who may read a register's rows; private fields are masked for everyone on pages. */
public final class Reading {
  private Reading() {}

  public static boolean allowed(Schema schema, Visitor visitor) {
    return switch (schema.access().read()) {
      case PUBLIC -> true;
      case STAFF -> visitor.signedIn();
      case OWNER ->
          visitor.roles().contains("admin")
              || (visitor.signedIn() && visitor.unit().equals(schema.owner()));
    };
  }

  /** Whether the visitor's roles may write; the register itself decides again on each write. */
  public static boolean mayWrite(Schema schema, Visitor visitor) {
    return visitor.roles().contains("admin")
        || visitor.roles().stream().anyMatch(schema.access().write()::contains);
  }
}
