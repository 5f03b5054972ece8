package org.liuzheng.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.liuzheng.calendar.TestCalendars;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.FiguresOfRegisters;
import org.liuzheng.figure.Value;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Source;
import org.liuzheng.pack.Expectations.Expected;
import org.liuzheng.register.Registers;
import org.liuzheng.register.TestRegisters;
import org.liuzheng.register.When;

/** A pack's registers and figures, without its records, on a database of their own. */
record District(TestRegisters records, Figures figures) {
  static final Author ADMIN = new Author("admin", "330205", Set.of("admin"));

  static District of(Pack pack) {
    TestRegisters records = new TestRegisters();
    records.registers.install(pack.content().schemas());
    TestCalendars.on(records.database).install(pack.content().notices());
    Figures figures = FiguresOfRegisters.on(records.database, records.ledger, records.registers);
    figures.install(pack.content().definitions());
    return new District(records, figures);
  }

  District with(List<Expectations.Given> given) {
    given.forEach(g ->
        assertThat(
                records.registers.put(
                    new Registers.Put(
                        g.register(), g.validFrom(), g.fields(), ADMIN, new Source.Form())))
            .as(g.toString())
            .isInstanceOf(Registers.Outcome.Accepted.class));
    return this;
  }

  /** The value is the expected one, and its rows add up to it. */
  void fulfils(Expected expected) {
    Ask ask =
        new Ask(
            expected.figure(),
            expected.unit(),
            expected.period(),
            new When(expected.on(), records.ledger.size()),
            expected.where());

    Value value = figures.value(ask);

    assertThat(text(value))
        .as(expected.toString())
        .isEqualTo(
            expected.is().equals("none")
                ? "none"
                : text(new Value.Number(expected.numerator(), expected.denominator(), 0)));
    assertThat(figures.rows(ask, 0, 1).refolded()).isEqualTo(value);
  }

  /** Six decimals tell apart all that a few rows can give. */
  private static String text(Value value) {
    return switch (value) {
      case Value.Number n -> n.rounded(6).stripTrailingZeros().toPlainString();
      case Value.None none -> "none";
    };
  }

  void close() {
    records.database.close();
  }
}
