package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.liuzheng.api.ReportShapes.ClaimDetail;
import org.liuzheng.api.ReportShapes.ClaimLine;
import org.liuzheng.api.ReportShapes.ReportLine;
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
  private static final String MARKDOWN = "text/markdown;charset=UTF-8";
  private static final String SPOKEN = "In the language of Accept-Language.";

  private final Claims claims;
  private final Asking asking;

  ReportApi(Claims claims, Asking asking) {
    this.claims = claims;
    this.asking = asking;
  }

  @GetMapping
  @Operation(summary = "All reports")
  List<ReportLine> reports() {
    return claims.reports().stream().map(ReportLine::of).toList();
  }

  @GetMapping("/{report}")
  @Operation(
      summary = "Every claim with its verdict, in the order of the text",
      description = SPOKEN)
  List<ClaimLine> claims(
      @PathVariable String report,
      @Parameter(description = "day in the world, ISO date; left out: the report's own")
          @RequestParam(defaultValue = "")
          String on,
      @Parameter(description = Described.KNOWN) @RequestParam(defaultValue = "") String known,
      @Parameter(hidden = true) HttpServletRequest request) {
    Report found = report(report);
    Lang lang = Asking.lang(request);
    return claims.check(found, lang, asking.when(on, known, found.on())).stream()
        .map(c -> ClaimLine.of(c, lang))
        .toList();
  }

  @GetMapping("/{report}/claims/{id}")
  @Operation(
      summary = "One claim with its readings and the values each rests on",
      description = SPOKEN)
  ClaimDetail claim(
      @PathVariable String report,
      @PathVariable String id,
      @Parameter(description = "day in the world, ISO date; left out: the report's own")
          @RequestParam(defaultValue = "")
          String on,
      @Parameter(description = Described.KNOWN) @RequestParam(defaultValue = "") String known,
      @Parameter(hidden = true) HttpServletRequest request) {
    Report found = report(report);
    Lang lang = Asking.lang(request);
    return claims.check(found, lang, asking.when(on, known, found.on())).stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .map(c -> ClaimDetail.of(c, lang))
        .orElseThrow(() -> Problem.notFound("api.no_claim", report, id));
  }

  @GetMapping(value = "/{report}/text", produces = MARKDOWN)
  @Operation(
      summary = "The text as written: Markdown whose numbers are links to claims",
      description = SPOKEN)
  String text(@PathVariable String report, @Parameter(hidden = true) HttpServletRequest request) {
    return report(report).texts().getOrDefault(Asking.lang(request), "");
  }

  private Report report(String report) {
    return claims
        .report(report)
        .orElseThrow(() ->
            Problem.notFound(
                "api.no_report",
                report,
                Near.to(report, claims.reports().stream().map(Report::name).toList())));
  }
}
