package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.liuzheng.api.ReportShapes.ClaimDetail;
import org.liuzheng.api.ReportShapes.ClaimLine;
import org.liuzheng.api.ReportShapes.ReportLine;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Report;
import org.liuzheng.register.When;
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
  private final ClaimEvidences evidences;

  ReportApi(Claims claims, Asking asking, ClaimEvidences evidences) {
    this.claims = claims;
    this.asking = asking;
    this.evidences = evidences;
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
    return inSections(found, lang, asking.when(on, known, found.on())).stream()
        .map(c -> ClaimLine.of(c.claim(), c.section(), lang))
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
    return inSections(found, lang, asking.when(on, known, found.on())).stream()
        .filter(c -> c.claim().id().equals(id))
        .findFirst()
        .map(c ->
            ClaimDetail.of(
                c.claim(), c.section(), lang, e -> evidences.of(e, lang, asking.visitor())))
        .orElseThrow(() -> Problem.notFound("api.no_claim", report, id));
  }

  @GetMapping(value = "/{report}/text", produces = MARKDOWN)
  @Operation(
      summary = "The text as written: Markdown whose numbers are links to claims",
      description = SPOKEN)
  String text(@PathVariable String report, @Parameter(hidden = true) HttpServletRequest request) {
    return report(report).texts().getOrDefault(Asking.lang(request), "");
  }

  private record InSection(String section, Checked claim) {}

  /** Claims in the order of the text, under the headings that they stand under. */
  private List<InSection> inSections(Report report, Lang lang, When when) {
    List<InSection> all = new ArrayList<>();
    String section = "";
    for (Claims.Block block : claims.blocks(report, lang, when)) {
      if (block.headingLevel() > 0) {
        section =
            block.pieces().stream()
                .map(p -> p instanceof Claims.Piece.Plain plain ? plain.text() : "")
                .collect(Collectors.joining());
      }
      for (Claims.Piece piece : block.pieces()) {
        if (piece instanceof Claims.Piece.Bound bound) {
          all.add(new InSection(section, bound.claim()));
        }
      }
    }
    return all;
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
