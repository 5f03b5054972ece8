package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Report;
import org.liuzheng.words.Lang;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reports")
@Tag(name = "Reports", description = "Reports and the verdict of each of their claims")
class ReportApi {
  private final Claims claims;
  private final Asking asking;

  ReportApi(Claims claims, Asking asking) {
    this.claims = claims;
    this.asking = asking;
  }

  @GetMapping
  @Operation(summary = "The names of all reports")
  List<String> reports() {
    return claims.reports().stream().map(Report::name).toList();
  }

  @GetMapping("/{report}")
  @Operation(summary = "Every claim with its verdict, in the order of the text")
  List<Line> claims(@PathVariable String report, @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String known, HttpServletRequest request) {
    Report found = claims.report(report)
        .orElseThrow(() -> Problem.notFound("api.no_report", report));
    Lang lang = Asking.lang(request);
    return claims.check(found, lang, asking.when(on, known, found.on())).stream()
        .map(c -> Line.of(c, lang)).toList();
  }

  /** The documented shape of one claim. */
  record Line(String id, String verdict, String shown, String computed, String reason) {
    static Line of(Checked claim, Lang lang) {
      return new Line(claim.id(), claim.verdict().name().toLowerCase(Locale.ROOT), claim.shown(),
          claim.computed().in(lang), claim.reason().in(lang));
    }
  }
}
