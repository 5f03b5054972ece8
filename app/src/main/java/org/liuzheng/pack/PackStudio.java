package org.liuzheng.pack;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Edition;
import org.liuzheng.ledger.Appender;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.EntryQuery;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.ledger.TwoPersons;
import org.liuzheng.words.Refusal;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Proposals are entries of the register {@code studio}; the files they are about are kept by hash.
 * An approval is written in one command with the entry that installs the file, so that killed
 * between the two, there is neither.
 */
@Component
class PackStudio implements Studio {
  private static final TwoPersons TWO_PERSONS = new TwoPersons("studio");
  private static final String PROPOSE = "propose";
  private static final String REGISTER = "studio";
  private static final String ADMINISTRATOR = "admin";
  private static final String REASON = TwoPersons.REASON;
  private static final int MOST = 10_000;
  private static final int LONGEST_TEXT = 100_000;

  private final InstalledPack packs;
  private final Ledger ledger;
  private final Evidence evidence;
  private final ZoneId zone;

  PackStudio(
      InstalledPack packs,
      Ledger ledger,
      Evidence evidence,
      @Value("${liuzheng.zone}") ZoneId zone) {
    this.packs = packs;
    this.ledger = ledger;
    this.evidence = evidence;
    this.zone = zone;
  }

  @Override
  public boolean opensTo(Set<String> roles) {
    return roles.contains(ADMINISTRATOR)
        || packs.installed().stream()
            .flatMap(p -> p.about().studio().stream())
            .anyMatch(roles::contains);
  }

  /** A figure's text and the file it lies in. */
  private record Place(Pack pack, String file, FigureText text) {}

  private Optional<Place> place(String figure) {
    return packs
        .installed()
        .flatMap(pack ->
            new TreeMap<>(pack.defining())
                .entrySet().stream()
                    .filter(f -> f.getKey().contains("/figures/"))
                    .flatMap(f ->
                        FigureText.of(f.getKey(), utf8(f.getValue()), figure).stream()
                            .map(t -> new Place(pack, f.getKey(), t)))
                    .findFirst());
  }

  @Override
  public Optional<Written> written(String figure) {
    return place(figure).map(p -> new Written(p.file(), p.text().start() + 1, p.text().text()));
  }

  @Override
  public Draft draft(String figure, String text) {
    Place place = place(figure).orElseThrow();
    if (text.length() > LONGEST_TEXT) {
      return flawed(Words.text("studio.too_long", LONGEST_TEXT));
    }
    Map<String, byte[]> files = new TreeMap<>(place.pack().defining());
    files.put(place.file(), bytes(place.text().with(text)));
    if (YamlNode.read("", text, new ArrayList<>()).items().size() > 1) {
      return flawed(Words.text("studio.other_figures", figure));
    }
    Packs.Loaded loaded = KnownDefinitions.read(place.pack().about().name(), files);
    if (!loaded.flaws().isEmpty()) {
      int lines = (int) text.stripTrailing().lines().count();
      return new Draft(
          loaded.flaws().stream()
              .map(f -> inText(f, place.file(), place.text().start(), lines))
              .sorted(Comparator.comparingInt(Flaw::line))
              .toList(),
          Optional.empty());
    }
    List<Definition> before = place.pack().content().definitions();
    List<Definition> after = loaded.pack().content().definitions();
    if (!before.stream()
        .map(Definition::name)
        .toList()
        .equals(after.stream().map(Definition::name).toList())) {
      return flawed(Words.text("studio.other_figures", figure));
    }
    Set<String> dropped = new TreeSet<>(named(before, figure).by());
    dropped.removeAll(named(after, figure).by());
    if (!dropped.isEmpty()) {
      return flawed(Words.text("studio.by_dropped", String.join(", ", dropped)));
    }
    return new Draft(List.of(), Optional.of(new Edition(after, loaded.pack().content().schemas())));
  }

  private static Draft flawed(Text says) {
    return new Draft(List.of(new Flaw("", 1, 1, says)), Optional.empty());
  }

  private static Definition named(List<Definition> all, String figure) {
    return all.stream().filter(d -> d.name().equals(figure)).findFirst().orElseThrow();
  }

  private static Flaw inText(Flaw flaw, String file, int start, int lines) {
    int line = flaw.line() - start;
    return flaw.file().equals(file) && line >= 1 && line <= lines + 1
        ? new Flaw("", line, flaw.column(), flaw.says())
        : new Flaw(
            flaw.file(),
            0,
            flaw.column(),
            Words.text("pack.flaw_now", flaw.file(), String.valueOf(flaw.line()), flaw.says()));
  }

  @Override
  public String governingFrom(String figure, String text, LocalDate from, String note) {
    return FigureText.keeping(
        place(figure).orElseThrow().text().text(), text, from.minusDays(1).toString(), note);
  }

  @Override
  public List<Proposal> proposals() {
    Map<String, Entry> decided = new HashMap<>();
    List<Proposal> proposals = new ArrayList<>();
    for (Entry e : ledger.newest(new EntryQuery(Set.of(REGISTER), "", 0, ledger.size(), MOST))) {
      if (said(e, "op").equals(PROPOSE)) {
        proposals.add(
            new Proposal(
                e.seq(),
                said(e, "figure"),
                said(e, "file"),
                said(e, "was"),
                said(e, "becomes"),
                said(e, REASON),
                e,
                Optional.ofNullable(decided.get(e.record()))));
      } else {
        decided.put(e.record(), e);
      }
    }
    return proposals;
  }

  private static String said(Entry entry, String name) {
    return String.valueOf(entry.body().getOrDefault(name, ""));
  }

  @Override
  public Optional<Proposal> proposal(long number) {
    return proposals().stream().filter(p -> p.number() == number).findFirst();
  }

  @Override
  public Texts texts(Proposal proposal) {
    return new Texts(text(proposal, proposal.was()), text(proposal, proposal.becomes()));
  }

  private String text(Proposal proposal, String hash) {
    return evidence
        .open(hash)
        .flatMap(c -> FigureText.of(proposal.file(), utf8(c), proposal.figure()))
        .map(FigureText::text)
        .orElse("");
  }

  @Override
  public synchronized Outcome propose(String figure, String text, String reason, Author author) {
    if (!opensTo(author.roles())) {
      return refused("studio.not_yours", "");
    }
    if (reason.isBlank()) {
      return refused("studio.needs_reason", REASON);
    }
    if (draft(figure, text).edition().isEmpty()) {
      return refused("studio.has_flaws", "text");
    }
    Place place = place(figure).orElseThrow();
    String was = evidence.keep(file(place.pack(), place.file()));
    String becomes = evidence.keep(bytes(place.text().with(text)));
    if (was.equals(becomes)) {
      return refused("studio.nothing_changed", "text");
    }
    return new Outcome.Done(
        ledger.write(appender ->
            appender.append(
                List.of(
                    entry(
                        appender,
                        figure + "/" + appender.next(),
                        author,
                        Map.of(
                            "op",
                            PROPOSE,
                            "figure",
                            figure,
                            "file",
                            place.file(),
                            "was",
                            was,
                            "becomes",
                            becomes,
                            REASON,
                            reason.strip()))))));
  }

  @Override
  public synchronized Outcome approve(long number, Author author) {
    Optional<Proposal> waiting = waiting(number);
    Optional<Refusal> why =
        TWO_PERSONS.againstApproving(
            opensTo(author.roles()), waiting.map(Proposal::proposed), author);
    if (why.isPresent()) {
      return new Outcome.Refused(why.get());
    }
    Proposal proposal = waiting.orElseThrow();
    // Others of the same file may have been approved meanwhile: what counts is this figure's text.
    Place place = place(proposal.figure()).orElseThrow();
    Texts texts = texts(proposal);
    if (!texts.before().equals(place.text().text())) {
      return refused("studio.overtaken", "");
    }
    if (draft(proposal.figure(), texts.after()).edition().isEmpty()) {
      return refused("studio.has_flaws_now", "");
    }
    packs.replace(
        place.file(),
        bytes(place.text().with(texts.after())),
        author,
        appender ->
            entry(
                appender, proposal.proposed().record(), author, Map.of("op", TwoPersons.APPROVE)));
    return new Outcome.Done(number);
  }

  @Override
  public synchronized Outcome refuse(long number, String reason, Author author) {
    Optional<Proposal> waiting = waiting(number);
    Optional<Refusal> why =
        TWO_PERSONS.againstRefusing(
            opensTo(author.roles()), waiting.map(Proposal::proposed), reason);
    if (why.isPresent()) {
      return new Outcome.Refused(why.get());
    }
    ledger.write(appender ->
        appender.append(
            List.of(
                entry(
                    appender,
                    waiting.orElseThrow().proposed().record(),
                    author,
                    Map.of("op", TwoPersons.REFUSE, REASON, reason.strip())))));
    return new Outcome.Done(number);
  }

  private Optional<Proposal> waiting(long number) {
    return proposal(number).filter(p -> p.state() == State.WAITS);
  }

  private org.liuzheng.ledger.Draft entry(
      Appender appender, String record, Author author, Map<String, Object> body) {
    return new org.liuzheng.ledger.Draft(
        REGISTER,
        record,
        LocalDate.ofInstant(appender.now(), zone),
        author,
        new Source.Form(),
        body,
        org.liuzheng.ledger.Draft.Privates.NONE);
  }

  private static Outcome refused(String key, String place) {
    return new Outcome.Refused(Refusal.of(key, place));
  }

  private static byte[] file(Pack pack, String file) {
    return Objects.requireNonNull(pack.defining().get(file));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
