package org.liuzheng.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.liuzheng.ledger.Author;
import org.liuzheng.pack.Times;
import org.liuzheng.page.Languages;
import org.liuzheng.page.Visitor;
import org.liuzheng.page.Visitors;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What every call of the API asks first: in which language, who, at which two times. */
@Component
class Asking {
  private final Times times;
  private final Visitors visitors;
  private final Registers registers;

  Asking(Times times, Visitors visitors, Registers registers) {
    this.times = times;
    this.visitors = visitors;
    this.registers = registers;
  }

  static Lang lang(HttpServletRequest request) {
    return Languages.of(request);
  }

  /** A filter that is ignored would give the value of something else. */
  static void onlyKnown(Set<String> found, Set<String> parameters, List<String> columns) {
    found.stream()
        .filter(p -> !parameters.contains(p) && !columns.contains(p))
        .sorted()
        .findFirst()
        .ifPresent(unknown -> {
          throw Problem.bad(
              columns.isEmpty()
                  ? Refusal.of("api.unknown_parameter", unknown, unknown)
                  : Refusal.of("api.unknown_filter", unknown, unknown, String.join(", ", columns)));
        });
  }

  When when(String on, String known, LocalDate otherwise) {
    return switch (times.asked(on, known, otherwise)) {
      case Times.Asked.At at -> at.when();
      case Times.Asked.Refused refused -> throw Problem.bad(refused.why());
    };
  }

  When when(String on, String known) {
    return when(on, known, times.today());
  }

  Visitor visitor() {
    return visitors.current();
  }

  /** Refuses everybody else. */
  void administrator() {
    if (!visitor().roles().contains("admin")) {
      throw new Problem(HttpStatus.FORBIDDEN, List.of(Refusal.of("api.admin_only", "")));
    }
  }

  Author author() {
    Visitor visitor = visitors.current();
    return new Author(visitor.login(), visitor.unit(), visitor.roles());
  }

  /** The register, if it exists. */
  Schema known(String register) {
    return registers
        .schema(register)
        .orElseThrow(() ->
            Problem.notFound(
                "api.no_register",
                register,
                Near.to(register, registers.schemas().stream().map(Schema::name).toList())));
  }

  /** The register, if it exists and the visitor may read it. */
  Schema readable(String register) {
    Schema schema = known(register);
    if (!Reading.allowed(schema, visitors.current())) {
      throw new Problem(
          HttpStatus.FORBIDDEN, List.of(Refusal.of("api.not_readable", "", schema.label())));
    }
    return schema;
  }
}
