package org.liuzheng.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.liuzheng.calendar.Calendars;
import org.liuzheng.claim.Claims;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.figure.Edition;
import org.liuzheng.figure.Figures;
import org.liuzheng.ledger.Appender;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Draft;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.pack.Pack.RecordFile;
import org.liuzheng.people.People;
import org.liuzheng.register.Import;
import org.liuzheng.register.ImportRequest;
import org.liuzheng.register.Registers;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Installs a pack. The entry in the register {@code pack} is written last: while it is missing, a
 * next start imports the records again, and rows that are already known write nothing. From that
 * entry on the pack's definitions are the known ones; killed just before it, only files are kept
 * and deltas filled that nobody asks for yet.
 */
@Component
class InstalledPack implements Packs {
  static final String REGISTER = "pack";

  private final Ledger ledger;
  private final Evidence evidence;
  private final Registers registers;
  private final Calendars calendars;
  private final Figures figures;
  private final Claims claims;
  private final People people;
  private final ZoneId zone;
  private volatile Optional<Standing> installed = Optional.empty();

  InstalledPack(
      Ledger ledger,
      Evidence evidence,
      Registers registers,
      Calendars calendars,
      Figures figures,
      Claims claims,
      People people,
      @Value("${liuzheng.zone}") ZoneId zone) {
    this.ledger = ledger;
    this.evidence = evidence;
    this.registers = registers;
    this.calendars = calendars;
    this.figures = figures;
    this.claims = claims;
    this.people = people;
    this.zone = zone;
  }

  /**
   * A pack as it stands: its folder's files, save those that an approved change replaced.
   *
   * @param instead replaced file to the SHA-256 of the folder's
   */
  private record Standing(Pack pack, Map<String, String> instead) {
    Map<String, Object> body() {
      Map<String, Object> body = new HashMap<>(Map.of("op", "install", "files", pack.files()));
      if (!instead.isEmpty()) {
        body.put("instead", instead);
      }
      return body;
    }
  }

  @Override
  public void restore(Pack pack) {
    makeTables(pack);
    registers.rebuild();
    figures.install(pack.content().definitions());
    claims.install(pack.content().reports(), pack.content().names());
    installed = Optional.of(new Standing(pack, Map.of()));
  }

  private void makeTables(Pack pack) {
    registers.install(pack.content().schemas()).stream()
        .findFirst()
        .ifPresent(misfit -> {
          throw new RejectedRecords(misfit.says());
        });
    calendars.install(pack.content().notices());
  }

  @Override
  public void install(Pack pack, Consumer<Text> progress) {
    makeTables(pack);
    KnownDefinitions known = new KnownDefinitions(ledger, evidence, progress);
    known.keep(pack);
    List<Entry> before = ledger.entriesOf(REGISTER, pack.about().name());
    Standing standing = approved(pack, before, progress);
    SortedMap<Long, Edition> editions = known.with(standing.pack());
    figures.install(editions);
    claims.install(pack.content().reports(), pack.content().names());
    people.installExample(pack.accounts());
    pack.documents().forEach(d -> evidence.keep(bytes(d)));
    Author author = new Author(REGISTER, pack.about().unit(), Set.of("admin"));
    if (before.isEmpty()) {
      for (RecordFile file : pack.records()) {
        progress.accept(Words.text("pack.importing", named(file)));
        importFile(file, author);
      }
    }
    if (before.isEmpty() || !before.getLast().body().equals(standing.body())) {
      ledger.write(appender ->
          appender.append(
              List.of(entry(appender, standing, author, new Source.Program(REGISTER)))));
      if (editions.size() > 1) {
        figures.install(known.with(standing.pack()));
      }
    }
    installed = Optional.of(standing);
  }

  /**
   * What was approved stays in place of the file that it replaced. A folder that now says something
   * else was changed after that, and is taken.
   */
  private Standing approved(Pack pack, List<Entry> before, Consumer<Text> progress) {
    Map<String, String> instead = new TreeMap<>();
    Map<String, byte[]> contents = new HashMap<>();
    if (!before.isEmpty()) {
      Map<String, String> last = KnownDefinitions.files(before.getLast());
      KnownDefinitions.named(before.getLast(), "instead")
          .forEach((file, folder) -> {
            String hash = last.getOrDefault(file, "");
            String found = pack.files().getOrDefault(file, "");
            Optional<byte[]> content = evidence.open(hash);
            if (found.equals(folder) && content.isPresent()) {
              instead.put(file, folder);
              contents.put(file, content.get());
            } else if (!found.equals(hash)) {
              progress.accept(Words.text("pack.change_overtaken", file));
            }
          });
    }
    return with(new Standing(pack, Map.of()), contents, instead, progress);
  }

  /** The same with other contents of some files. */
  private static Standing with(
      Standing now,
      Map<String, byte[]> contents,
      Map<String, String> instead,
      Consumer<Text> progress) {
    Pack pack = now.pack();
    if (contents.isEmpty()) {
      return now;
    }
    Map<String, byte[]> defining = new TreeMap<>(pack.defining());
    defining.putAll(contents);
    Packs.Loaded loaded = KnownDefinitions.read(pack.about().name(), defining);
    if (!loaded.flaws().isEmpty()) {
      Flaw flaw = loaded.flaws().getFirst();
      progress.accept(
          Words.text("pack.flaw_now", flaw.file(), String.valueOf(flaw.line()), flaw.says()));
      return now;
    }
    Map<String, String> files = new TreeMap<>(pack.files());
    contents.forEach((file, content) -> files.put(file, loaded.pack().files().get(file)));
    Pack.Content content = loaded.pack().content();
    return new Standing(
        new Pack(
            pack.about(),
            new Pack.Content(
                content.schemas(),
                content.definitions(),
                pack.content().notices(),
                pack.content().reports(),
                pack.content().boards(),
                pack.content().names()),
            pack.records(),
            pack.documents(),
            pack.accounts(),
            Map.copyOf(files),
            Map.copyOf(defining),
            pack.texts()),
        Map.copyOf(instead));
  }

  /**
   * Puts a file in the place of the present one, which has been read without a flaw.
   *
   * @param decision is written in the same command
   */
  void replace(String file, byte[] content, Author author, Function<Appender, Draft> decision) {
    Standing now = installed.orElseThrow();
    Map<String, String> instead = new TreeMap<>(now.instead());
    String present = Objects.requireNonNull(now.pack().files().get(file));
    String folder = instead.getOrDefault(file, present);
    if (evidence.keep(content).equals(folder)) {
      instead.remove(file);
    } else {
      instead.put(file, folder);
    }
    Standing next = with(now, Map.of(file, content), instead, flaw -> {});
    if (next.equals(now)) {
      throw new IllegalArgumentException(file + " has a flaw or changes nothing");
    }
    ledger.write(appender ->
        appender.append(
            List.of(decision.apply(appender), entry(appender, next, author, new Source.Form()))));
    figures.install(new KnownDefinitions(ledger, evidence, told -> {}).with(next.pack()));
    installed = Optional.of(next);
  }

  private void importFile(RecordFile file, Author author) {
    Import done =
        registers.run(
            new ImportRequest(
                file.register(),
                named(file),
                bytes(file.path()),
                "",
                ImportRequest.Mode.ALL_OR_NOTHING,
                author));
    if (!done.rejects().isEmpty()) {
      Import.Reject first = done.rejects().getFirst();
      throw new RejectedRecords(
          Words.text(
              "pack.rejected", named(file), done.rejects().size(), first.cell(), first.says()));
    }
  }

  private static String named(RecordFile file) {
    return String.valueOf(file.path().getFileName());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Draft entry(Appender appender, Standing standing, Author author, Source source) {
    return new Draft(
        REGISTER,
        standing.pack().about().name(),
        LocalDate.ofInstant(appender.now(), zone),
        author,
        source,
        standing.body(),
        Draft.Privates.NONE);
  }

  @Override
  public Optional<Pack> installed() {
    return installed.map(Standing::pack);
  }
}
