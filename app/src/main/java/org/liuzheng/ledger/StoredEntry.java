package org.liuzheng.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.liuzheng.seal.CanonicalJson;
import org.liuzheng.seal.Json;
import org.liuzheng.seal.Leaf;
import org.liuzheng.seal.TreeHash;

/**
 * A row of the table {@code entry}. The leaf commits to every column before {@code salt}.
 *
 * @param source canonical JSON
 * @param body canonical JSON
 * @param leafData what was committed to when the entry was written
 */
record StoredEntry(
    long seq,
    String register,
    String record,
    LocalDate validFrom,
    Instant recordedAt,
    String actor,
    String unit,
    String source,
    String body,
    byte[] salt,
    byte[] leafData) {

  /** PostgreSQL keeps microseconds, so the text has exactly six digits. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The entry as {@code docs/specs/log.md} writes it, recomputed from the columns. */
  String canonical() {
    return CanonicalJson.text(
        Map.of(
            "seq",
            seq,
            "register",
            register,
            "record",
            record,
            "valid_from",
            validFrom.toString(),
            "recorded_at",
            MOMENT.format(recordedAt),
            "actor",
            actor,
            "unit",
            unit,
            "source",
            Json.object(source),
            "body",
            Json.object(body)));
  }

  byte[] recomputedLeafData() {
    return Leaf.data(salt, canonical());
  }

  /**
   * The same for an entry whose {@code source} and {@code body} are known to be canonical: they are
   * taken as they are instead of being read and written again.
   */
  String canonicalAsWritten() {
    StringBuilder out = new StringBuilder(body.length() + source.length() + 256);
    member(out, '{', "actor", CanonicalJson.text(actor));
    member(out, ',', "body", body);
    member(out, ',', "record", CanonicalJson.text(record));
    member(out, ',', "recorded_at", CanonicalJson.text(MOMENT.format(recordedAt)));
    member(out, ',', "register", CanonicalJson.text(register));
    member(out, ',', "seq", CanonicalJson.text(seq));
    member(out, ',', "source", source);
    member(out, ',', "unit", CanonicalJson.text(unit));
    member(out, ',', "valid_from", CanonicalJson.text(validFrom.toString()));
    return out.append('}').toString();
  }

  private static void member(StringBuilder out, char before, String name, String canonical) {
    out.append(before).append('"').append(name).append("\":").append(canonical);
  }

  /** Of an entry that was just made; a stored one is checked by {@link #recomputedLeafData()}. */
  StoredEntry sealed() {
    return new StoredEntry(
        seq,
        register,
        record,
        validFrom,
        recordedAt,
        actor,
        unit,
        source,
        body,
        salt,
        Leaf.data(salt, canonicalAsWritten()));
  }

  byte[] leafHash() {
    return TreeHash.leaf(leafData);
  }

  Entry entry() {
    return new Entry(
        seq,
        register,
        record,
        validFrom,
        recordedAt,
        actor,
        unit,
        SourceText.parse(source),
        Json.object(body),
        leafHash());
  }
}
