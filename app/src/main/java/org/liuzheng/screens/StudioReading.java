package org.liuzheng.screens;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Edition;
import org.liuzheng.figure.Figures;
import org.liuzheng.ledger.Entry;
import org.liuzheng.pack.Studio;
import org.liuzheng.page.Shell;
import org.liuzheng.screens.DraftPage.Checked;
import org.liuzheng.screens.ProposalPage.Fact;
import org.liuzheng.words.Refusal;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.Flaw;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

/** Reads all that the pages of the studio show. */
@Component
class StudioReading {
  private static final int UNITS_NAMED = 400;
  private static final int DECIDED_SHOWN = 30;
  private static final int LINES_AROUND = 2;

  private final Studio studio;
  private final Figures figures;
  private final UnitNames units;
  private final EntryWords words;
  private final Trials trials;
  private final Days days;
  private final Duration trialTime;

  StudioReading(
      Studio studio,
      Figures figures,
      UnitNames units,
      EntryWords words,
      Trials trials,
      Days days,
      @Value("${liuzheng.studio.trial-time}") Duration trialTime) {
    this.studio = studio;
    this.figures = figures;
    this.units = units;
    this.words = words;
    this.trials = trials;
    this.days = days;
    this.trialTime = trialTime;
  }

  /** What is wanted to know of a text. */
  enum Wanted {
    NOTHING,
    CHECK,
    TRIAL
  }

  StudioPage all(Shell shell) {
    List<Studio.Proposal> proposals = studio.proposals();
    Map<String, List<StudioPage.Figure>> byOffice = new LinkedHashMap<>();
    figures
        .definitions()
        .forEach(d ->
            byOffice
                .computeIfAbsent(d.owner(), o -> new ArrayList<>())
                .add(
                    new StudioPage.Figure(
                        shell.say(d.label()),
                        shell.say(d.meaning()),
                        shell.link("/studio/figures/" + d.name()))));
    return new StudioPage(
        shell,
        proposals.stream()
            .filter(p -> p.state() == Studio.State.WAITS)
            .map(p -> line(shell, p))
            .toList(),
        proposals.stream()
            .filter(p -> p.state() != Studio.State.WAITS)
            .limit(DECIDED_SHOWN)
            .map(p -> line(shell, p))
            .toList(),
        byOffice.entrySet().stream()
            .map(e ->
                new StudioPage.Group(shell.say(units.name(e.getKey(), shell.when())), e.getValue()))
            .toList());
  }

  private StudioPage.Proposal line(Shell shell, Studio.Proposal p) {
    return new StudioPage.Proposal(
        label(shell, p.figure()),
        shell.link("/studio/proposals/" + p.number()),
        p.reason(),
        words.who(shell, p.proposed()),
        days.minute(p.proposed().recordedAt()),
        shell.say("studio.state." + p.state()));
  }

  private String label(Shell shell, String figure) {
    return shell.say(figures.definition(figure).map(Definition::label).orElse(Text.same(figure)));
  }

  DraftPage draft(
      Shell shell,
      Definition definition,
      String text,
      Ask ask,
      Wanted wanted,
      DraftPage.Typed typed,
      List<Refusal> errors) {
    Optional<Studio.Draft> draft =
        wanted == Wanted.NOTHING
            ? Optional.empty()
            : Optional.of(studio.draft(definition.name(), text));
    List<Refusal> told = new ArrayList<>(errors);
    Optional<DraftPage.Trial> trial =
        wanted == Wanted.TRIAL
            ? draft
                .flatMap(Studio.Draft::edition)
                .flatMap(e -> trial(shell, definition, e, ask, told))
            : Optional.empty();
    Map<String, Text> names = units.all(ask.when());
    return new DraftPage(
        shell,
        new DraftPage.Head(
            shell.say(definition.label()),
            shell.link("/figures/" + definition.name()),
            studio.written(definition.name()).map(Studio.Written::file).orElse(""),
            "/studio/figures/" + definition.name(),
            Meanings.relations(shell, definition)),
        text,
        draft.map(d -> checked(shell, text, d)).orElse(Checked.NOT_YET),
        new DraftPage.Asked(
            names.size() > UNITS_NAMED
                ? List.of()
                : names.entrySet().stream()
                    .map(e -> new FigurePage.Choice(e.getKey(), shell.say(e.getValue())))
                    .toList(),
            ask.unit(),
            ask.period().toString(),
            shell.moment().on(),
            shell.moment().known()),
        trial,
        typed,
        told);
  }

  /** What takes too long is told instead of kept waiting for. */
  private Optional<DraftPage.Trial> trial(
      Shell shell, Definition definition, Edition draft, Ask ask, List<Refusal> told) {
    try {
      return Optional.of(trials.trial(shell, definition, figures.trial(draft, trialTime), ask));
    } catch (QueryTimeoutException e) {
      told.add(Refusal.of("studio.trial.too_long", "period", trialTime.toSeconds()));
      return Optional.empty();
    }
  }

  DraftFlaws flaws(Shell shell, String figure, String text) {
    return new DraftFlaws(shell, checked(shell, text, studio.draft(figure, text)));
  }

  private static Checked checked(Shell shell, String text, Studio.Draft draft) {
    List<String> elsewhere =
        draft.flaws().stream()
            .filter(f -> !f.file().isEmpty())
            .map(f -> shell.say(f.says()))
            .toList();
    List<Flaw> here = draft.flaws().stream().filter(f -> f.file().isEmpty()).toList();
    if (here.isEmpty()) {
      return new Checked(true, List.of(), elsewhere);
    }
    List<String> lines = text.lines().toList();
    List<DraftPage.Line> shown = new ArrayList<>();
    for (int i = 0; i < Math.max(1, lines.size()); i++) {
      int number = i + 1;
      boolean last = number >= lines.size();
      shown.add(
          new DraftPage.Line(
              number,
              i < lines.size() ? lines.get(i) : "",
              here.stream()
                  .filter(f -> f.line() == number || (last && f.line() > number))
                  .map(f -> shell.say("studio.flaw", f.column(), f.says()))
                  .toList()));
    }
    return new Checked(true, around(shown), elsewhere);
  }

  /** The lines with a flaw and those next to them. */
  private static List<DraftPage.Line> around(List<DraftPage.Line> lines) {
    return lines.stream()
        .filter(l ->
            lines.stream()
                .anyMatch(
                    o -> !o.flaws().isEmpty() && Math.abs(o.number() - l.number()) <= LINES_AROUND))
        .toList();
  }

  ProposalPage proposal(Shell shell, Studio.Proposal p, List<Refusal> errors) {
    Studio.Texts texts = studio.texts(p);
    boolean own = p.proposed().actor().equals(shell.visitor().login());
    boolean waits = p.state() == Studio.State.WAITS;
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(shell.say("studio.reason"), p.reason(), ""));
    facts.add(said(shell, "studio.proposed", p.proposed()));
    p.decided()
        .ifPresent(d -> {
          facts.add(said(shell, "studio.state." + p.state(), d));
          if (!EntryWords.reason(d).isEmpty()) {
            facts.add(new Fact(shell.say("studio.reason_refused"), EntryWords.reason(d), ""));
          }
        });
    facts.add(new Fact(shell.say("studio.file"), p.file(), ""));
    return new ProposalPage(
        shell,
        new ProposalPage.Head(
            label(shell, p.figure()),
            shell.link("/figures/" + p.figure()),
            "/studio/proposals/" + p.number()),
        shell.say("studio.state." + p.state()),
        facts,
        Lines.between(texts.before().lines().toList(), texts.after().lines().toList()),
        new ProposalPage.Acts(
            shell.link("/studio/figures/" + p.figure(), "proposal", String.valueOf(p.number())),
            waits,
            waits && !own,
            waits && own ? shell.say("studio.same_person") : "",
            p.state() == Studio.State.APPROVED
                ? shell.link("/studio/figures/" + p.figure(), "former", String.valueOf(p.number()))
                : ""),
        errors);
  }

  private Fact said(Shell shell, String heading, Entry entry) {
    return new Fact(
        shell.say(heading),
        shell.say(
            "studio.who_when",
            words.who(shell, entry),
            days.minute(entry.recordedAt()),
            entry.seq()),
        OpenRegisters.administers(shell.visitor()) ? RecordLinks.entry(shell, entry.seq()) : "");
  }
}
