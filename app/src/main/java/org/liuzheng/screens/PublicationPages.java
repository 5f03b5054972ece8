package org.liuzheng.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Report;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.publication.Printing;
import org.liuzheng.publication.Publications;
import org.liuzheng.publication.Publications.Outcome;
import org.liuzheng.publication.Publications.Publication;
import org.liuzheng.words.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reports are fixed, approved by a second person, and can be taken away to be checked. */
@Controller
class PublicationPages {
  private final Publications publications;
  private final Printing printing;
  private final Claims claims;
  private final PublicationReading reading;
  private final Clock clock;
  private final ZoneId zone;

  PublicationPages(
      Publications publications,
      Printing printing,
      Claims claims,
      PublicationReading reading,
      Clock clock,
      @Value("${liuzheng.zone}") ZoneId zone) {
    this.publications = publications;
    this.printing = printing;
    this.claims = claims;
    this.reading = reading;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/publications")
  ModelAndView all(Shell shell) {
    return Pages.show("screens/publications", reading.all(shell));
  }

  @GetMapping("/publications/new/{report}")
  ModelAndView begin(Shell shell, @PathVariable String report) {
    open(shell);
    Report found = report(report);
    return Pages.show(
        "screens/publish",
        reading.publish(
            shell, found, new PublishPage.Typed(found.on().toString(), "", ""), List.of()));
  }

  @PostMapping("/publications/new/{report}")
  ModelAndView propose(
      Shell shell,
      @PathVariable String report,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String release,
      @RequestParam(defaultValue = "") String note) {
    open(shell);
    Report found = report(report);
    Optional<LocalDate> day = StudioPages.day(on);
    Optional<Instant> moment = moment(release);
    Outcome outcome =
        day.isEmpty()
            ? new Outcome.Refused(Refusal.of("pack.bad_on", "on", on))
            : moment.isEmpty()
                ? new Outcome.Refused(Refusal.of("publication.bad_release", "release", release))
                : publications.propose(
                    report, day.get(), moment.get(), note, OpenRegisters.author(shell));
    return switch (outcome) {
      case Outcome.Done done -> RecordForms.redirect("/publications/" + done.number());
      case Outcome.Refused refused ->
          Pages.show(
              "screens/publish",
              reading.publish(
                  shell, found, new PublishPage.Typed(on, release, note), List.of(refused.why())),
              HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  @GetMapping("/publications/{number:\\d+}")
  ModelAndView publication(Shell shell, @PathVariable String number) {
    return Pages.show("screens/publication", reading.page(shell, toSee(shell, number), List.of()));
  }

  @PostMapping("/publications/{number:\\d+}")
  ModelAndView decide(
      Shell shell,
      @PathVariable String number,
      @RequestParam(name = "do", defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason) {
    open(shell);
    Publication found = toSee(shell, number);
    Outcome outcome =
        switch (act) {
          case "approve" -> publications.approve(found.number(), OpenRegisters.author(shell));
          case "refuse" -> publications.refuse(found.number(), reason, OpenRegisters.author(shell));
          case "withdraw" ->
              publications.withdraw(found.number(), reason, OpenRegisters.author(shell));
          default -> throw NotShown.bad(Refusal.of("studio.bad_act", "do", act));
        };
    return switch (outcome) {
      case Outcome.Done done -> RecordForms.redirect("/publications/" + done.number());
      case Outcome.Refused refused ->
          Pages.show(
              "screens/publication",
              reading.page(shell, toSee(shell, number), List.of(refused.why())),
              HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  @GetMapping("/publications/{number:\\d+}/report.pdf")
  void pdf(Shell shell, @PathVariable String number, HttpServletResponse response)
      throws IOException {
    Publication found = toSee(shell, number);
    if (!printing.hasFont()) {
      throw NotShown.missing("publication.no_font");
    }
    taken(response, "application/pdf", found, "pdf");
    printing.pdf(found, shell.lang(), response.getOutputStream());
  }

  @GetMapping("/publications/{number:\\d+}/report.docx")
  void docx(Shell shell, @PathVariable String number, HttpServletResponse response)
      throws IOException {
    Publication found = toSee(shell, number);
    taken(
        response,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        found,
        "docx");
    printing.docx(found, shell.lang(), response.getOutputStream());
  }

  @GetMapping("/publications/{number:\\d+}/bundle.zip")
  void bundle(Shell shell, @PathVariable String number, HttpServletResponse response)
      throws IOException {
    Publication found = toSee(shell, number);
    taken(response, "application/zip", found, "zip");
    publications.bundle(
        found, OpenRegisters.administers(shell.visitor()), response.getOutputStream());
  }

  private static void taken(
      HttpServletResponse response, String type, Publication publication, String ending) {
    response.setContentType(type);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s-%d.%s\""
            .formatted(publication.report(), publication.number(), ending));
  }

  private void open(Shell shell) {
    if (!publications.opensTo(shell.visitor().roles())) {
      throw NotShown.closed("publication.closed");
    }
  }

  private Report report(String name) {
    return claims.report(name).orElseThrow(() -> NotShown.missing("screens.report.none", name));
  }

  /** Before its release it is for those who publish. */
  private Publication toSee(Shell shell, String number) {
    return Optional.of(number)
        .filter(n -> n.length() < 19)
        .flatMap(n -> publications.of(Long.parseLong(n)))
        .filter(p -> p.isPublic(clock.instant()) || publications.opensTo(shell.visitor().roles()))
        .orElseThrow(() -> NotShown.missing("publication.none", number));
  }

  /** Blank is at once. */
  private Optional<Instant> moment(String text) {
    try {
      return Optional.of(
          text.isBlank()
              ? clock.instant().truncatedTo(ChronoUnit.SECONDS)
              : LocalDateTime.parse(text.strip()).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
