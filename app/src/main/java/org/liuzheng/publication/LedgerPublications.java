package org.liuzheng.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Report;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.figure.Figures;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Bundles;
import org.liuzheng.ledger.Draft;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.EntryQuery;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.SignedCheckpoint;
import org.liuzheng.ledger.Source;
import org.liuzheng.ledger.TwoPersons;
import org.liuzheng.pack.Pack;
import org.liuzheng.pack.Packs;
import org.liuzheng.pack.Studio;
import org.liuzheng.publication.Snapshot.Fixed;
import org.liuzheng.register.Registers;
import org.liuzheng.register.When;
import org.liuzheng.seal.Hex;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Refusal;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Proposals and what became of them are entries of the register {@code report}; the files they fix
 * are kept by hash. Nothing about a publication is stored anywhere else.
 */
@Component
class LedgerPublications implements Publications {
  static final String REGISTER = "report";
  private static final TwoPersons TWO_PERSONS = new TwoPersons("publication");
  private static final String PROPOSE = "propose";
  private static final String WITHDRAW = "withdraw";
  private static final String REASON = TwoPersons.REASON;
  private static final String FAILS = "fails";
  private static final int MOST = 10_000;

  private final Ledger ledger;
  private final Evidence evidence;
  private final Claims claims;
  private final Packs packs;
  private final Studio studio;
  private final Fixing fixing;
  private final Parts parts;
  private final Clock clock;
  private final ZoneId zone;

  /** Texts do not change once they are fixed, and reading a pack takes a second. */
  private final Map<String, Report> reports = new ConcurrentHashMap<>();

  LedgerPublications(
      Ledger ledger,
      Bundles bundles,
      Evidence evidence,
      Registers registers,
      Figures figures,
      Claims claims,
      Packs packs,
      Studio studio,
      Clock clock,
      @Value("${liuzheng.zone}") ZoneId zone) {
    this.ledger = ledger;
    this.evidence = evidence;
    this.claims = claims;
    this.packs = packs;
    this.studio = studio;
    this.parts = new Parts(ledger, bundles, evidence, registers);
    this.fixing = new Fixing(claims, figures, registers, ledger);
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public boolean opensTo(Set<String> roles) {
    return studio.opensTo(roles);
  }

  @Override
  public List<Publication> all() {
    Map<String, Entry> decided = new HashMap<>();
    Map<String, Entry> ended = new HashMap<>();
    List<Publication> all = new ArrayList<>();
    for (Entry e : ledger.newest(new EntryQuery(Set.of(REGISTER), "", 0, ledger.size(), MOST))) {
      switch (said(e, "op")) {
        case PROPOSE ->
            all.add(
                new Publication(
                    e.seq(),
                    said(e, "report"),
                    new Text(said(e, "title_zh"), said(e, "title_en")),
                    LocalDate.parse(said(e, "on")),
                    Long.parseLong(said(e, "known")),
                    said(e, "root"),
                    said(e, "snapshot"),
                    Instant.parse(said(e, "release")),
                    said(e, REASON),
                    e,
                    Optional.ofNullable(decided.get(e.record())),
                    Optional.ofNullable(ended.get(e.record()))));
        case WITHDRAW -> ended.put(e.record(), e);
        default -> decided.put(e.record(), e);
      }
    }
    return all;
  }

  private static String said(Entry entry, String name) {
    return String.valueOf(entry.body().getOrDefault(name, ""));
  }

  @Override
  public Snapshot snapshot(Publication publication) {
    return Snapshot.of(
        evidence
            .open(publication.snapshot())
            .orElseThrow(() -> new IllegalStateException("the snapshot was not kept")));
  }

  @Override
  public Report report(Publication publication) {
    return reports.computeIfAbsent(publication.snapshot(), s -> read(publication));
  }

  private Pack pack(Publication publication) {
    Snapshot snapshot = snapshot(publication);
    Map<String, byte[]> files = new TreeMap<>();
    snapshot.files().forEach((path, hash) -> files.put(path, kept(path, hash)));
    return Packs.read(snapshot.pack(), files).pack();
  }

  private Report read(Publication publication) {
    return pack(publication).content().reports().stream()
        .filter(r -> r.name().equals(publication.report()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the text was not kept"));
  }

  private byte[] kept(String path, String hash) {
    return evidence.open(hash).orElseThrow(() -> new IllegalStateException(path + " was not kept"));
  }

  @Override
  public synchronized Outcome propose(
      String report, LocalDate on, Instant release, String note, Author author) {
    if (!opensTo(author.roles())) {
      return refused("publication.not_yours", "");
    }
    Optional<Report> found = claims.report(report);
    Pack pack = packs.installed().orElseThrow();
    if (found.isEmpty()) {
      return refused("publication.no_report", "report", report);
    }
    SignedCheckpoint under = ledger.checkpoint();
    Fixing.Standing standing = fixing.standing(found.get(), new When(on, under.size()));
    List<String> notFolding = fixing.notFolding(standing);
    if (!notFolding.isEmpty()) {
      return refused("publication.not_folding", "", String.join(", ", notFolding));
    }
    List<Fixed> fixed = fixing.claims(standing);
    if (note.isBlank() && fixed.stream().anyMatch(f -> f.verdict().equals(FAILS))) {
      return refused("publication.needs_note", "note");
    }
    Map<String, byte[]> contents = new TreeMap<>(pack.defining());
    contents.putAll(pack.texts());
    Map<String, String> files = new TreeMap<>();
    contents.forEach((path, content) -> files.put(path, evidence.keep(content)));
    Snapshot snapshot =
        new Snapshot(
            pack.about().name(),
            files,
            fixing.entries(fixing.behind(standing), under.size()),
            fixed);
    String kept = evidence.keep(snapshot.bytes());
    return new Outcome.Done(
        ledger.write(appender ->
            appender.append(
                List.of(
                    draft(
                        report + "/" + appender.next(),
                        appender.now(),
                        author,
                        Map.ofEntries(
                            Map.entry("op", PROPOSE),
                            Map.entry("report", report),
                            Map.entry("title_zh", found.get().title().zh()),
                            Map.entry("title_en", found.get().title().en()),
                            Map.entry("on", on.toString()),
                            Map.entry("known", under.size()),
                            Map.entry("root", Hex.of(under.root())),
                            Map.entry("snapshot", kept),
                            Map.entry("release", release.toString()),
                            Map.entry(REASON, note.strip())))))));
  }

  @Override
  public synchronized Outcome approve(long number, Author author) {
    Optional<Publication> waiting = waiting(number);
    Optional<Refusal> why =
        TWO_PERSONS.againstApproving(
            opensTo(author.roles()), waiting.map(Publication::proposed), author);
    if (why.isPresent()) {
      return new Outcome.Refused(why.get());
    }
    Publication publication = waiting.orElseThrow();
    List<Text> differences = rerun(publication).differences();
    return differences.isEmpty()
        ? decide(publication, author, Map.of("op", TwoPersons.APPROVE))
        : new Outcome.Refused(new Refusal("publication.differs", "", differences.getFirst()));
  }

  @Override
  public synchronized Outcome refuse(long number, String reason, Author author) {
    Optional<Publication> waiting = waiting(number);
    return TWO_PERSONS
        .againstRefusing(opensTo(author.roles()), waiting.map(Publication::proposed), reason)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() ->
            decide(
                waiting.orElseThrow(),
                author,
                Map.of("op", TwoPersons.REFUSE, REASON, reason.strip())));
  }

  private Optional<Publication> waiting(long number) {
    return of(number).filter(p -> p.decided().isEmpty());
  }

  @Override
  public synchronized Outcome withdraw(long number, String reason, Author author) {
    if (!opensTo(author.roles())) {
      return refused("publication.not_yours", "");
    }
    Optional<Publication> found =
        of(number)
            .filter(
                p -> Set.of(State.APPROVED, State.PUBLISHED).contains(p.state(clock.instant())));
    if (found.isEmpty()) {
      return refused("publication.decided", "");
    }
    return reason.isBlank()
        ? refused("publication.needs_reason", REASON)
        : decide(found.get(), author, Map.of("op", WITHDRAW, REASON, reason.strip()));
  }

  private Outcome decide(Publication publication, Author author, Map<String, Object> body) {
    ledger.write(appender ->
        appender.append(
            List.of(draft(publication.proposed().record(), appender.now(), author, body))));
    return new Outcome.Done(publication.number());
  }

  private Draft draft(String record, Instant now, Author author, Map<String, Object> body) {
    return new Draft(
        REGISTER,
        record,
        LocalDate.ofInstant(now, zone),
        author,
        new Source.Form(),
        body,
        Draft.Privates.NONE);
  }

  private static Outcome refused(String key, String place, Object... args) {
    return new Outcome.Refused(Refusal.of(key, place, args));
  }

  @Override
  public List<Drift> drift(Publication publication, Lang lang) {
    Map<String, Fixed> fixed = new HashMap<>();
    snapshot(publication).claims().forEach(f -> fixed.put(f.id(), f));
    List<Drift> drift = new ArrayList<>();
    When now = new When(publication.on(), ledger.size());
    for (Checked claim : claims.check(report(publication), lang, now)) {
      Fixed was = fixed.get(claim.id());
      if (was != null
          && !(was.verdict().equals(word(claim.verdict()))
              && Objects.equals(was.computed().get(word(lang)), claim.computed().in(lang)))) {
        drift.add(new Drift(was, claim));
      }
    }
    return drift;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Text> restore(Publication publication) {
    List<Text> notKept = notKept(publication);
    if (notKept.isEmpty()) {
      packs.restore(pack(publication));
    }
    return notKept;
  }

  @Override
  public Rerun rerun(Publication publication) {
    List<Text> notKept = notKept(publication);
    if (!notKept.isEmpty()) {
      return new Rerun(notKept, Map.of());
    }
    Snapshot snapshot = snapshot(publication);
    Fixing.Standing standing = fixing.standing(report(publication), then(publication));
    Map<String, String> entries = fixing.entries(snapshot.entries().keySet(), publication.known());
    Set<String> left = closed(snapshot.entries(), entries);
    Map<String, Set<String>> closed =
        left.isEmpty() ? Map.of() : fixing.resting(standing.once(), left::contains);
    List<Text> told = new ArrayList<>();
    snapshot.entries().keySet().stream()
        .filter(register -> !left.contains(register))
        .forEach(register ->
            told.addAll(
                missing(
                    register,
                    Seqs.of(snapshot.entries().getOrDefault(register, "")),
                    Seqs.of(entries.getOrDefault(register, "")))));
    Map<String, Fixed> again = new LinkedHashMap<>();
    fixing.claims(standing).forEach(f -> again.put(f.id(), f));
    for (Fixed was : snapshot.claims()) {
      Fixed is = again.remove(was.id());
      if (is == null) {
        told.add(Words.text("publication.claim_gone", was.id()));
      } else if (!was.equals(is) && !closed.containsKey(was.id())) {
        told.add(Words.text("publication.claim_differs", was.id(), said(was), said(is)));
      }
    }
    again.keySet().forEach(id -> told.add(Words.text("publication.claim_added", id)));
    fixing.notFolding(standing).stream()
        .filter(id -> !closed.containsKey(id))
        .forEach(id -> told.add(Words.text("publication.not_folding", id)));
    Set<String> open = new TreeSet<>(snapshot.entries().keySet());
    open.removeAll(left);
    parts.documents(open, publication.known()).stream()
        .filter(hash -> evidence.open(hash).isEmpty())
        .forEach(hash -> told.add(Words.text("publication.document_gone", hash)));
    return new Rerun(told, labelled(closed));
  }

  @Override
  public Map<String, List<Text>> closed(Publication publication) {
    return labelled(
        fixing.resting(
            fixing.once(report(publication), then(publication)),
            register -> !parts.isPublic(register)));
  }

  /** The day and the position at which it was fixed. */
  private static When then(Publication publication) {
    return new When(publication.on(), publication.known());
  }

  private Map<String, List<Text>> labelled(Map<String, Set<String>> registersOf) {
    Map<String, List<Text>> labelled = new LinkedHashMap<>();
    registersOf.forEach((claim, of) -> labelled.put(claim, of.stream().map(parts::label).toList()));
    return labelled;
  }

  /** What was fixed and is not among the kept files any more. */
  private List<Text> notKept(Publication publication) {
    if (evidence.open(publication.snapshot()).isEmpty()) {
      return List.of(Words.text("publication.not_kept", "snapshot", publication.snapshot()));
    }
    return snapshot(publication).files().entrySet().stream()
        .filter(f -> evidence.open(f.getValue()).isEmpty())
        .map(f -> Words.text("publication.not_kept", f.getKey(), f.getValue()))
        .toList();
  }

  /** Registers that are not public and of which no entry is here. */
  private Set<String> closed(Map<String, String> were, Map<String, String> are) {
    Set<String> closed = new TreeSet<>();
    were.forEach((register, seqs) -> {
      if (!seqs.isEmpty()
          && are.getOrDefault(register, "").isEmpty()
          && !parts.isPublic(register)) {
        closed.add(register);
      }
    });
    return closed;
  }

  private static Text said(Fixed fixed) {
    return new Text(said(fixed, Lang.ZH), said(fixed, Lang.EN));
  }

  private static String said(Fixed fixed, Lang lang) {
    String words = fixed.words().getOrDefault(word(lang), "");
    String computed = fixed.computed().getOrDefault(word(lang), "");
    return "“%s” %s %s %s".formatted(words, fixed.verdict(), computed, fixed.values());
  }

  private static List<Text> missing(String register, Seqs was, Seqs is) {
    return Stream.of(
            amiss("publication.entry_gone", register, was.without(is)),
            amiss("publication.entry_more", register, is.without(was)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Text> amiss(String key, String register, Seqs seqs) {
    return seqs.first().stream()
        .mapToObj(first -> Words.text(key, register, String.valueOf(first), seqs.count()))
        .findFirst();
  }

  @Override
  public void bundle(Publication publication, boolean closed, OutputStream out) throws IOException {
    parts.write(publication, snapshot(publication), closed, out);
  }
}
