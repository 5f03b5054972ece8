package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which value a request asks for; all that is left out is empty. */
record FigureQuery(
    @Parameter(
            description = "code of the unit; left out: all rows, whatever their unit",
            example = "330205")
        String unit,
    @Parameter(
            description = "2018, 2018-Q3, 2018-03 or 2018-03-31",
            required = true,
            example = "2018")
        String period,
    @Parameter(description = Described.ON) String on,
    @Parameter(description = Described.KNOWN) String known) {

  FigureQuery(
      @Nullable String unit, @Nullable String period, @Nullable String on, @Nullable String known) {
    this.unit = Objects.requireNonNullElse(unit, "").strip();
    this.period = Objects.requireNonNullElse(period, "").strip();
    this.on = Objects.requireNonNullElse(on, "");
    this.known = Objects.requireNonNullElse(known, "");
  }
}
