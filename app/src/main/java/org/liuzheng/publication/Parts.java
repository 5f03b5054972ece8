package org.liuzheng.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.ledger.Bundles;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.EntryQuery;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.publication.Publications.Publication;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Text;

/** What a stranger is given: the entries behind the claims, the definitions, the originals. */
final class Parts {
  private static final int MOST = 10_000;

  private final Ledger ledger;
  private final Bundles bundles;
  private final Evidence evidence;
  private final Registers registers;

  Parts(Ledger ledger, Bundles bundles, Evidence evidence, Registers registers) {
    this.ledger = ledger;
    this.bundles = bundles;
    this.evidence = evidence;
    this.registers = registers;
  }

  void write(Publication publication, Snapshot snapshot, boolean closed, OutputStream out)
      throws IOException {
    Map<String, Seqs> wanted = new HashMap<>();
    snapshot
        .entries()
        .forEach((register, seqs) -> {
          if (closed || isPublic(register)) {
            wanted.put(register, Seqs.of(seqs));
          }
        });
    Map<String, byte[]> beside = new TreeMap<>();
    put(beside, publication.snapshot());
    snapshot.files().values().forEach(hash -> put(beside, hash));
    documents(wanted.keySet(), publication.known()).forEach(hash -> put(beside, hash));
    String own = publication.proposed().record();
    bundles.write(
        e -> {
          Seqs seqs = wanted.get(e.register());
          return e.register().equals(LedgerPublications.REGISTER)
              ? e.record().equals(own)
              : seqs != null && seqs.has(e.seq());
        },
        beside,
        ledger.checkpoint(),
        out);
  }

  /** The hashes of all files that records of these registers name. */
  Set<String> documents(Set<String> wanted, long below) {
    Map<String, List<String>> fields = new TreeMap<>();
    wanted.forEach(register -> fields.put(register, files(register)));
    fields.values().removeIf(List::isEmpty);
    Set<String> hashes = new TreeSet<>();
    if (!fields.isEmpty()) {
      for (Entry entry : ledger.newest(new EntryQuery(fields.keySet(), "", 0, below, MOST))) {
        if (entry.body().get("fields") instanceof Map<?, ?> said) {
          fields.getOrDefault(entry.register(), List.of()).stream()
              .map(said::get)
              .filter(Objects::nonNull)
              .forEach(hash -> hashes.add(String.valueOf(hash)));
        }
      }
    }
    return hashes;
  }

  private List<String> files(String register) {
    return registers.schema(register).stream()
        .flatMap(s -> s.fields().stream())
        .filter(f -> f.type() == FieldType.FILE)
        .map(Field::name)
        .toList();
  }

  private void put(Map<String, byte[]> beside, String hash) {
    evidence.open(hash).ifPresent(content -> beside.put(Publications.KEPT + hash, content));
  }

  Text label(String register) {
    return registers.schema(register).map(Schema::label).orElse(Text.same(register));
  }

  boolean isPublic(String register) {
    return registers
        .schema(register)
        .filter(s -> s.access().read() == Schema.Reader.PUBLIC)
        .isPresent();
  }
}
