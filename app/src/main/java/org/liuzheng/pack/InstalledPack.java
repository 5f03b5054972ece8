package org.liuzheng.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.liuzheng.calendar.Calendars;
import org.liuzheng.claim.Claims;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.figure.Edition;
import org.liuzheng.figure.Figures;
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
  private volatile Optional<Pack> installed = Optional.empty();

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

  @Override
  public void install(Pack pack, Consumer<Text> progress) {
    registers.install(pack.content().schemas()).stream()
        .findFirst()
        .ifPresent(misfit -> {
          throw new RejectedRecords(misfit.says());
        });
    calendars.install(pack.content().notices());
    KnownDefinitions known = new KnownDefinitions(ledger, evidence, progress);
    known.keep(pack);
    SortedMap<Long, Edition> editions = known.with(pack);
    figures.install(editions);
    claims.install(pack.content().reports());
    people.installExample(pack.accounts());
    Author author = new Author(REGISTER, pack.about().unit(), Set.of("admin"));
    List<Entry> before = ledger.entriesOf(REGISTER, pack.about().name());
    if (before.isEmpty()) {
      for (RecordFile file : pack.records()) {
        progress.accept(Words.text("pack.importing", named(file)));
        importFile(file, author);
      }
    }
    Map<String, Object> body = Map.of("op", "install", "files", pack.files());
    if (before.isEmpty() || !before.getLast().body().equals(body)) {
      remember(pack, body, author);
      if (editions.size() > 1) {
        figures.install(known.with(pack));
      }
    }
    installed = Optional.of(pack);
  }

  private void importFile(RecordFile file, Author author) {
    Import done =
        registers.run(
            new ImportRequest(
                file.register(),
                named(file),
                bytes(file),
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

  private static byte[] bytes(RecordFile file) {
    try {
      return Files.readAllBytes(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remember(Pack pack, Map<String, Object> body, Author author) {
    ledger.write(appender ->
        appender.append(
            List.of(
                new Draft(
                    REGISTER,
                    pack.about().name(),
                    LocalDate.ofInstant(appender.now(), zone),
                    author,
                    new Source.Program(REGISTER),
                    body,
                    Draft.Privates.NONE))));
  }

  @Override
  public Optional<Pack> installed() {
    return installed;
  }
}
