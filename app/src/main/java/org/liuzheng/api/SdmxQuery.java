package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which observations a request asks for; all that is left out is empty. */
record SdmxQuery(
    @Parameter(
            description =
                "the first period, as 2018, 2018-Q3, 2018-03 or 2018-03-31; left out:"
                    + " 6 years, 12 quarters, 36 months or 31 days before the last")
        String startPeriod,
    @Parameter(description = "the last period; left out: the one in which `on` lies")
        String endPeriod,
    @Parameter(description = Described.KNOWN) String asOf,
    @Parameter(description = Described.ON) String on,
    @Parameter(description = "true: also what was known at the end of each day before, at most 366")
        String includeHistory,
    @Parameter(description = "json or csv; left out: by the header Accept") String format) {

  SdmxQuery(
      @Nullable String startPeriod,
      @Nullable String endPeriod,
      @Nullable String asOf,
      @Nullable String on,
      @Nullable String includeHistory,
      @Nullable String format) {
    this.startPeriod = text(startPeriod);
    this.endPeriod = text(endPeriod);
    this.asOf = text(asOf);
    this.on = text(on);
    this.includeHistory = text(includeHistory);
    this.format = text(format);
  }

  private static String text(@Nullable String parameter) {
    return Objects.requireNonNullElse(parameter, "").strip();
  }
}
