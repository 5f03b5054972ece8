package org.liuzheng.screens;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.pack.Packs;
import org.liuzheng.pack.Studio;
import org.liuzheng.pack.Studio.Outcome;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.words.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Definitions are edited, tried, proposed, and approved by a second person. */
@Controller
class StudioPages {
  private final Studio studio;
  private final Figures figures;
  private final Packs packs;
  private final StudioReading reading;
  private final Usual usual;

  StudioPages(Studio studio, Figures figures, Packs packs, StudioReading reading, Usual usual) {
    this.studio = studio;
    this.figures = figures;
    this.packs = packs;
    this.reading = reading;
    this.usual = usual;
  }

  @GetMapping("/studio")
  ModelAndView studio(Shell shell) {
    open(shell);
    return Pages.show("screens/studio", reading.all(shell));
  }

  /**
   * @param proposal take the text of this proposal, @param former the one before it
   */
  @GetMapping("/studio/figures/{figure}")
  ModelAndView figure(
      Shell shell,
      @PathVariable String figure,
      @RequestParam(defaultValue = "") String proposal,
      @RequestParam(defaultValue = "") String former) {
    open(shell);
    Definition definition = definition(figure);
    String text =
        !proposal.isEmpty()
            ? studio.texts(proposal(proposal)).after()
            : !former.isEmpty()
                ? studio.texts(proposal(former)).before()
                : studio.written(figure).map(Studio.Written::text).orElse("");
    return Pages.show(
        "screens/draft",
        reading.draft(
            shell,
            definition,
            text,
            ask(shell, definition, "", ""),
            StudioReading.Wanted.NOTHING,
            new DraftPage.Typed("", ""),
            List.of()));
  }

  /** What is wrong with a text, while it is typed. */
  @PostMapping("/studio/figures/{figure}/flaws")
  ModelAndView flaws(
      Shell shell, @PathVariable String figure, @RequestParam(defaultValue = "") String text) {
    open(shell);
    definition(figure);
    return Pages.show("screens/draft_flaws", reading.flaws(shell, figure, text));
  }

  @PostMapping("/studio/figures/{figure}")
  ModelAndView act(
      Shell shell,
      @PathVariable String figure,
      @RequestParam(name = "do", defaultValue = "check") String act,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String from) {
    open(shell);
    Definition definition = definition(figure);
    DraftPage.Typed typed = new DraftPage.Typed(reason, from);
    Ask ask = ask(shell, definition, unit, period);
    String shown = text;
    List<Refusal> errors = List.of();
    StudioReading.Wanted wanted = StudioReading.Wanted.CHECK;
    switch (act) {
      case "try" -> wanted = StudioReading.Wanted.TRIAL;
      case "govern" -> {
        Optional<LocalDate> day = day(from);
        if (day.isEmpty() || reason.isBlank()) {
          errors =
              List.of(
                  day.isEmpty()
                      ? Refusal.of("studio.bad_from", "from", from)
                      : Refusal.of("studio.needs_reason", "reason"));
        } else {
          shown = studio.governingFrom(figure, text, day.get(), reason);
        }
      }
      case "propose" -> {
        switch (studio.propose(figure, text, reason, OpenRegisters.author(shell))) {
          case Outcome.Done done -> {
            return RecordForms.redirect(shell.link("/studio/proposals/" + done.number()));
          }
          case Outcome.Refused refused -> errors = List.of(refused.why());
        }
      }
      default -> {}
    }
    return Pages.show(
        "screens/draft",
        reading.draft(shell, definition, shown, ask, wanted, typed, errors),
        errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @GetMapping("/studio/proposals/{number}")
  ModelAndView proposal(Shell shell, @PathVariable String number) {
    open(shell);
    return Pages.show("screens/proposal", reading.proposal(shell, proposal(number), List.of()));
  }

  @PostMapping("/studio/proposals/{number}")
  ModelAndView decide(
      Shell shell,
      @PathVariable String number,
      @RequestParam(name = "do", defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason) {
    open(shell);
    Studio.Proposal proposal = proposal(number);
    Outcome outcome =
        switch (act) {
          case "approve" -> studio.approve(proposal.number(), OpenRegisters.author(shell));
          case "refuse" -> studio.refuse(proposal.number(), reason, OpenRegisters.author(shell));
          default -> throw NotShown.bad(Refusal.of("studio.bad_act", "do", act));
        };
    return switch (outcome) {
      case Outcome.Done done ->
          RecordForms.redirect(shell.link("/studio/proposals/" + done.number()));
      case Outcome.Refused refused ->
          Pages.show(
              "screens/proposal",
              reading.proposal(shell, proposal(number), List.of(refused.why())),
              HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  private void open(Shell shell) {
    if (!studio.opensTo(shell.visitor().roles())) {
      throw NotShown.closed("studio.closed");
    }
  }

  private Definition definition(String figure) {
    return figures
        .definition(figure)
        .orElseThrow(() -> NotShown.missing("screens.figure.none", figure));
  }

  private Studio.Proposal proposal(String number) {
    return Optional.of(number)
        .filter(n -> n.matches("\\d{1,18}"))
        .flatMap(n -> studio.proposal(Long.parseLong(n)))
        .orElseThrow(() -> NotShown.missing("studio.no_proposal", number));
  }

  private Ask ask(Shell shell, Definition definition, String unit, String period) {
    String asked = unit.isEmpty() ? packs.unit() : unit;
    Ask ask = usual.ask(definition, asked, shell.when(), Map.of());
    return period.isBlank()
        ? ask
        : ask.in(
            Period.parse(period.strip())
                .orElseThrow(
                    () -> NotShown.bad(Refusal.of("screens.figure.bad_period", "period", period))));
  }

  /** A day as the browser's field for days sends it; empty when it is none. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip())).filter(d -> d.getYear() > 1);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
