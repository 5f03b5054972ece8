package org.liuzheng.screens;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Report;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of reports, and a report with its claims. */
@Controller
class ReportPages {
  private final Claims claims;
  private final ReportReading reading;

  ReportPages(Claims claims, ReportReading reading) {
    this.claims = claims;
    this.reading = reading;
  }

  @GetMapping("/reports")
  ModelAndView reports(Shell shell) {
    return Pages.show("screens/reports", new ReportsPage(shell, reading.cards(shell)));
  }

  /**
   * @param claim the claim whose evidence is open
   * @param view {@code table} for all claims as a table
   * @param verdict the verdict that the table is narrowed to, @param section the part of the text
   */
  @GetMapping("/reports/{name}")
  ModelAndView report(
      Shell shell,
      HttpServletRequest request,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String claim,
      @RequestParam(defaultValue = "") String view,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(required = false) @Nullable String section) {
    Report report =
        claims.report(name).orElseThrow(() -> NotShown.missing("screens.report.none", name));
    Shell opened = shell.openingOn(report.on());
    ReportReading.Only only =
        new ReportReading.Only(section != null, Objects.requireNonNullElse(section, ""), verdict);
    ReportPage page = reading.page(opened, report, claim, view.equals("table"), only);
    if (!claim.isEmpty() && page.drawer().isEmpty()) {
      throw NotShown.missing("screens.report.no_claim", claim);
    }
    boolean fragment =
        request.getHeader("HX-Request") != null
            && request.getHeader("HX-History-Restore-Request") == null;
    Optional<Drawer> drawer = page.drawer().filter(d -> fragment);
    return drawer.isPresent()
        ? Pages.show("screens/drawer", drawer.get())
        : Pages.show(page.head().table() ? "screens/report_table" : "screens/report", page);
  }
}
