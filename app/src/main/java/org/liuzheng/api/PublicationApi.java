package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liuzheng.api.PublicationShapes.ClaimSince;
import org.liuzheng.api.PublicationShapes.Decision;
import org.liuzheng.api.PublicationShapes.Numbered;
import org.liuzheng.api.PublicationShapes.ProposedReport;
import org.liuzheng.api.PublicationShapes.PublishedClaim;
import org.liuzheng.api.PublicationShapes.PublishedDetail;
import org.liuzheng.api.PublicationShapes.PublishedReport;
import org.liuzheng.publication.Publications;
import org.liuzheng.publication.Publications.Outcome;
import org.liuzheng.publication.Publications.Publication;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Refusal;
import org.liuzheng.words.Text;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/publications")
@Tag(name = "Publications", description = "Reports as they were published")
class PublicationApi {
  private static final String ZIP = "application/zip";

  private final Publications publications;
  private final Asking asking;
  private final Clock clock;

  PublicationApi(Publications publications, Asking asking, Clock clock) {
    this.publications = publications;
    this.asking = asking;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      summary = "What was published, the newest first",
      description = "With what waits, for those who publish.")
  List<PublishedReport> publications() {
    Instant now = clock.instant();
    return publications.all().stream()
        .filter(p -> shown(p, now))
        .map(p -> PublishedReport.of(p, now))
        .toList();
  }

  @GetMapping("/{number}")
  @Operation(
      summary = "A published report: its claims as they were fixed, and what has changed since",
      description = "In the language of Accept-Language.")
  PublishedDetail publication(
      @PathVariable long number, @Parameter(hidden = true) HttpServletRequest request) {
    Publication found = found(number);
    Lang lang = Asking.lang(request);
    Map<String, List<Text>> closed = publications.closed(found);
    return new PublishedDetail(
        PublishedReport.of(found, clock.instant()),
        publications.snapshot(found).claims().stream()
            .map(c -> PublishedClaim.of(c, closed.getOrDefault(c.id(), List.of())))
            .toList(),
        publications.drift(found, lang).stream().map(d -> ClaimSince.of(d, lang)).toList());
  }

  @GetMapping(value = "/{number}/bundle", produces = ZIP)
  @Operation(
      summary = "A ZIP by which anyone tells every claim again, offline",
      description = "With the entries of closed registers for an administrator alone.")
  @ApiResponse(
      responseCode = "200",
      description = "A bundle as docs/specs/log.md describes it",
      content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
  void bundle(@PathVariable long number, @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    Publication found = found(number);
    response.setContentType(ZIP);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("%s-%d.zip".formatted(found.report(), number))
            .build()
            .toString());
    publications.bundle(
        found, asking.visitor().roles().contains("admin"), response.getOutputStream());
  }

  @PostMapping
  @Operation(summary = "Fixes a report as it stands and proposes it for publication")
  Numbered propose(@RequestBody ProposedReport proposed) {
    return done(
        publications.propose(
            proposed.report(),
            proposed.on(),
            Objects.requireNonNullElseGet(
                proposed.release(), () -> clock.instant().truncatedTo(ChronoUnit.SECONDS)),
            Objects.requireNonNullElse(proposed.note(), ""),
            asking.author()));
  }

  @PostMapping("/{number}/decision")
  @Operation(summary = "Approves, refuses or withdraws; a second person approves")
  Numbered decide(@PathVariable long number, @RequestBody Decision decision) {
    String reason = Objects.requireNonNullElse(decision.reason(), "");
    return done(
        switch (decision.act()) {
          case "approve" -> publications.approve(number, asking.author());
          case "refuse" -> publications.refuse(number, reason, asking.author());
          case "withdraw" -> publications.withdraw(number, reason, asking.author());
          default -> throw Problem.bad(Refusal.of("publication.bad_act", "do", decision.act()));
        });
  }

  private static Numbered done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> new Numbered(done.number());
      case Outcome.Refused refused ->
          throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, List.of(refused.why()));
    };
  }

  private Publication found(long number) {
    return publications
        .of(number)
        .filter(p -> shown(p, clock.instant()))
        .orElseThrow(() -> Problem.notFound("publication.none", String.valueOf(number)));
  }

  private boolean shown(Publication publication, Instant now) {
    return publication.isPublic(now) || publications.opensTo(asking.visitor().roles());
  }
}
