package org.liuzheng.screens;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Report;
import org.liuzheng.page.Shell;
import org.liuzheng.publication.Printing;
import org.liuzheng.publication.Publications;
import org.liuzheng.publication.Publications.Publication;
import org.liuzheng.publication.Publications.State;
import org.liuzheng.register.When;
import org.liuzheng.words.Refusal;
import org.springframework.stereotype.Component;

/** Reads what the pages of publications show. */
@Component
class PublicationReading {
  private static final int ROOT_SHOWN = 16;

  private final Publications publications;
  private final Printing printing;
  private final Claims claims;
  private final ReportReading reports;
  private final EntryWords words;
  private final Days days;
  private final Clock clock;

  PublicationReading(
      Publications publications,
      Printing printing,
      Claims claims,
      ReportReading reports,
      EntryWords words,
      Days days,
      Clock clock) {
    this.publications = publications;
    this.printing = printing;
    this.claims = claims;
    this.reports = reports;
    this.words = words;
    this.days = days;
    this.clock = clock;
  }

  PublicationsPage all(Shell shell) {
    boolean publishes = publications.opensTo(shell.visitor().roles());
    Instant now = clock.instant();
    List<PublicationsPage.Line> waiting = new ArrayList<>();
    List<PublicationsPage.Line> done = new ArrayList<>();
    for (Publication p : publications.all()) {
      if (p.isPublic(now)) {
        done.add(line(shell, p));
      } else if (publishes) {
        waiting.add(line(shell, p));
      }
    }
    return new PublicationsPage(
        shell,
        publishes,
        waiting,
        done,
        !publishes
            ? List.of()
            : claims.reports().stream()
                .map(r ->
                    new PublicationsPage.Start(
                        shell.say(r.title()), "/publications/new/" + r.name()))
                .toList());
  }

  private PublicationsPage.Line line(Shell shell, Publication p) {
    State state = p.state(clock.instant());
    return new PublicationsPage.Line(
        shell.say(p.title()),
        "/publications/" + p.number(),
        style(state),
        shell.say("publication.state." + state),
        p.on().toString(),
        words.who(shell, p.proposed()),
        days.minute(p.proposed().recordedAt()));
  }

  private static String style(State state) {
    return switch (state) {
      case WAITS, APPROVED -> "ambiguous";
      case PUBLISHED -> "holds";
      case REFUSED, WITHDRAWN -> "fails";
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  PublishPage publish(Shell shell, Report report, PublishPage.Typed typed, List<Refusal> errors) {
    Shell opened = shell.openingOn(report.on());
    return new PublishPage(
        shell,
        shell.say(report.title()),
        "/publications/new/" + report.name(),
        ReportReading.counts(opened, report, claims.check(report, shell.lang(), opened.when())),
        typed,
        errors);
  }

  PublicationPage page(Shell shell, Publication p, List<Refusal> errors) {
    State state = p.state(clock.instant());
    Report report = publications.report(p);
    When then = new When(p.on(), p.known());
    List<Claims.Block> blocks = claims.blocks(report, shell.lang(), then);
    List<Checked> checked = Claims.bound(blocks);
    return new PublicationPage(
        shell,
        new PublicationPage.Head(
            shell.say(p.title()),
            style(state),
            shell.say("publication.state." + state),
            says(shell, p, state),
            "/publications/" + p.number()),
        facts(shell, p),
        ReportReading.counts(shell, report, checked),
        reports.parts(
            shell,
            blocks,
            claim ->
                "/reports/%s?claim=%s&on=%s&known=%d#%s"
                    .formatted(report.name(), claim, p.on(), p.known(), claim)),
        publications.drift(p, shell.lang()).stream().map(d -> drifted(shell, p, d)).toList(),
        notRetold(shell, p),
        acts(shell, p, state),
        errors);
  }

  private List<PublicationPage.NotRetold> notRetold(Shell shell, Publication p) {
    Map<String, String> words = new HashMap<>();
    publications
        .snapshot(p)
        .claims()
        .forEach(c -> words.put(c.id(), c.words().getOrDefault(word(shell.lang()), "")));
    return publications.closed(p).entrySet().stream()
        .map(e ->
            new PublicationPage.NotRetold(
                e.getKey(),
                words.getOrDefault(e.getKey(), ""),
                e.getValue().stream()
                    .map(shell::say)
                    .collect(Collectors.joining(shell.say("publication.print.comma")))))
        .toList();
  }

  private String says(Shell shell, Publication p, State state) {
    return switch (state) {
      case WAITS, REFUSED, PUBLISHED -> shell.say("publication.says." + state);
      case APPROVED -> shell.say("publication.says.APPROVED", days.minute(p.release()));
      case WITHDRAWN ->
          shell.say(
              "publication.says.WITHDRAWN",
              p.ended().map(e -> days.minute(e.recordedAt())).orElse(""),
              p.ended().map(EntryWords::reason).orElse(""));
    };
  }

  private List<ProposalPage.Fact> facts(Shell shell, Publication p) {
    List<ProposalPage.Fact> facts = new ArrayList<>();
    facts.add(fact(shell, "on", p.on().toString(), ""));
    facts.add(
        fact(
            shell,
            "proposed",
            words.who(shell, p.proposed()) + " · " + days.minute(p.proposed().recordedAt()),
            entry(shell, p.number())));
    p.decided()
        .ifPresent(d ->
            facts.add(
                fact(
                    shell,
                    p.approved() ? "approved" : "refused",
                    words.who(shell, d) + " · " + days.minute(d.recordedAt()),
                    entry(shell, d.seq()))));
    if (p.decided().isPresent() && !p.approved()) {
      facts.add(fact(shell, "why_refused", p.decided().map(EntryWords::reason).orElse(""), ""));
    }
    facts.add(fact(shell, "release", days.minute(p.release()), ""));
    facts.add(fact(shell, "known", String.valueOf(p.known()), ""));
    facts.add(fact(shell, "root", p.root().substring(0, ROOT_SHOWN) + "…", ""));
    if (!p.note().isEmpty()) {
      facts.add(fact(shell, "note", p.note(), ""));
    }
    return facts;
  }

  /** Entries of a register that no pack declares are for administrators. */
  private static String entry(Shell shell, long seq) {
    return OpenRegisters.administers(shell.visitor()) ? "/entries/" + seq : "";
  }

  private static ProposalPage.Fact fact(Shell shell, String name, String words, String link) {
    return new ProposalPage.Fact(shell.say("publication.fact." + name), words, link);
  }

  private PublicationPage.Drifted drifted(Shell shell, Publication p, Publications.Drift d) {
    String language = word(shell.lang());
    String figure =
        d.now().readings().stream()
            .flatMap(r -> r.asks().stream())
            .findFirst()
            .map(a ->
                "/figures/%s/changes?unit=%s&period=%s&on=%s&since=%d"
                    .formatted(
                        a.figure(), Shell.part(a.unit()), a.period(), a.when().on(), p.known()))
            .orElse("");
    return new PublicationPage.Drifted(
        d.was().id(),
        d.was().words().getOrDefault(language, ""),
        d.was().computed().getOrDefault(language, ""),
        d.was().verdict(),
        shell.say(d.now().computed()),
        word(d.now().verdict()),
        figure);
  }

  private PublicationPage.Acts acts(Shell shell, Publication p, State state) {
    boolean publishes = publications.opensTo(shell.visitor().roles());
    boolean own = p.proposed().actor().equals(shell.visitor().login());
    String path = "/publications/" + p.number();
    List<PublicationPage.Taken> files = new ArrayList<>();
    files.add(taken(shell, path + "/bundle.zip", "bundle"));
    if (printing.hasFont()) {
      files.add(taken(shell, path + "/report.pdf", "pdf"));
    }
    files.add(taken(shell, path + "/report.docx", "docx"));
    return new PublicationPage.Acts(
        files,
        publishes && state == State.WAITS,
        !own,
        own ? shell.say("publication.same_person") : "",
        publishes && Set.of(State.APPROVED, State.PUBLISHED).contains(state));
  }

  private static PublicationPage.Taken taken(Shell shell, String link, String name) {
    return new PublicationPage.Taken(
        link, shell.say("publication.take." + name), shell.say("publication.take_says." + name));
  }
}
