package org.liuzheng.figure;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.register.Registers;

/** The real figures over real registers, for the tests of all modules. */
public final class FiguresOfRegisters {
  private FiguresOfRegisters() {}

  public static Figures on(DataSource database, Ledger ledger, Registers registers) {
    return new QueriedFigures(
        database,
        ledger,
        registers,
        new RecomputeSettings(
            Path.of("target/recompute"), Long.MAX_VALUE, Long.MAX_VALUE, "1GB", 1, 1_000),
        TestFigures.LIMITS);
  }
}
