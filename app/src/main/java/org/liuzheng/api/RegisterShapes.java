package org.liuzheng.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Import;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Version;
import org.liuzheng.words.Text;

/**
 * Registers and records as {@code docs/specs/api.md} describes their JSON. A private field is only
 * ever named; neither its value nor the digest it is stored under is given. What a sender wrote
 * wrongly just now is quoted back to that sender.
 */
final class RegisterShapes {
  private RegisterShapes() {}

  /** A register with its fields and checks. */
  record RegisterDefinition(
      String name,
      Text label,
      Text purpose,
      String owner,
      @Schema(description = "fields whose values, joined by /, are a record's id") List<String> key,
      @Schema(description = "the date field that says from when a row is true", nullable = true)
          Optional<String> since,
      @Schema(description = "the field that names a record") String title,
      @Schema(description = "public, staff or owner") String read,
      @Schema(description = "roles that may write") List<String> write,
      List<FieldDefinition> fields,
      List<RegisterCheck> checks) {
    static RegisterDefinition of(org.liuzheng.register.Schema s) {
      return new RegisterDefinition(
          s.name(),
          s.label(),
          s.purpose(),
          s.owner(),
          s.key(),
          s.since(),
          s.title(),
          s.access().read().name().toLowerCase(Locale.ROOT),
          s.access().write().stream().sorted().toList(),
          s.fields().stream().map(FieldDefinition::of).toList(),
          s.checks().stream().map(c -> new RegisterCheck(c.that(), c.says())).toList());
    }
  }

  /** A field. */
  record FieldDefinition(
      String name,
      @Schema(
              description =
                  "text, code, whole, decimal, date, month, flag, choice, reference,"
                      + " point, file or private")
          String type,
      Text label,
      Text hint,
      boolean required,
      Text unit,
      List<FieldChoice> choices,
      @Schema(description = "the register a reference points into", nullable = true)
          Optional<String> refersTo,
      @Schema(nullable = true) Optional<String> pattern,
      @Schema(nullable = true) Optional<String> min,
      @Schema(nullable = true) Optional<String> max) {
    static FieldDefinition of(Field f) {
      return new FieldDefinition(
          f.name(),
          f.type().name().toLowerCase(Locale.ROOT),
          f.label(),
          f.hint(),
          f.required(),
          f.unit(),
          f.choices().stream().map(c -> new FieldChoice(c.code(), c.label())).toList(),
          given(f.refersTo()),
          given(f.pattern()),
          f.min().map(n -> n.toPlainString()),
          f.max().map(n -> n.toPlainString()));
    }
  }

  record FieldChoice(String code, Text label) {}

  /** A condition every row must meet, and what is said when it does not. */
  record RegisterCheck(String that, Text says) {}

  /** Some records, and how many there are. */
  record RecordPage(List<RecordVersion> versions, long total) {
    static RecordPage of(Registers.Found found, org.liuzheng.register.Schema schema) {
      return new RecordPage(RecordVersion.all(found.versions(), schema), found.total());
    }
  }

  /** A record's values over a rectangle of the two times. */
  record RecordVersion(
      String record,
      LocalDate validFrom,
      @Schema(description = "the first day it is no longer true", nullable = true)
          Optional<LocalDate> validTo,
      @Schema(description = "the ledger position from which it is known") long knownFrom,
      @Schema(description = "the position from which another version is known", nullable = true)
          Optional<Long> knownTo,
      @Schema(description = "seq of the entry that stated it") long entry,
      @Schema(description = "field to canonical text; a blank field is absent")
          Map<String, String> values,
      @Schema(description = "private fields that are filled in") List<String> sealed) {

    static List<RecordVersion> all(List<Version> versions, org.liuzheng.register.Schema schema) {
      return versions.stream().map(v -> of(v, schema)).toList();
    }

    static RecordVersion of(Version v, org.liuzheng.register.Schema schema) {
      Map<String, String> values = new TreeMap<>(v.values());
      List<String> sealed = new ArrayList<>();
      for (String secret : secrets(schema)) {
        if (values.remove(secret) != null) {
          sealed.add(secret);
        }
      }
      return new RecordVersion(
          v.record(),
          v.validFrom(),
          Optional.of(v.validTo()).filter(d -> !d.equals(Version.FOREVER)),
          v.knownFrom(),
          Optional.of(v.knownTo()).filter(k -> k != Long.MAX_VALUE),
          v.entry(),
          values,
          sealed);
    }
  }

  /** What an import did, or would do. */
  record ImportOutcome(
      @Schema(description = "SHA-256 of the kept file", nullable = true) Optional<String> file,
      @Schema(description = "header as found to the field it fills; empty: none")
          Map<String, String> columns,
      @Schema(description = "data rows found") int rows,
      @Schema(description = "rows that are good") int accepted,
      @Schema(description = "good rows that say what is already known") int unchanged,
      @Schema(description = "entries written; 0 for a preview or a refused file") int written,
      @Schema(description = "the first good rows") List<Map<String, String>> sample,
      List<RejectedCell> rejects) {
    static ImportOutcome of(Import done, org.liuzheng.register.Schema schema) {
      Set<String> secrets = secrets(schema);
      return new ImportOutcome(
          given(done.file()),
          new TreeMap<>(done.columns()),
          done.rows(),
          done.accepted(),
          done.unchanged(),
          done.written(),
          done.sample().stream().map(row -> without(row, secrets)).toList(),
          done.rejects().stream().map(RejectedCell::of).toList());
    }

    private static Map<String, String> without(Map<String, String> row, Set<String> secrets) {
      Map<String, String> open = new TreeMap<>(row);
      open.keySet().removeAll(secrets);
      return open;
    }
  }

  /** What is wrong at one place of the file. */
  record RejectedCell(
      @Schema(description = "empty for CSV") String sheet,
      @Schema(description = "counted from 1; 0: the whole file") int row,
      String column,
      @Schema(description = "such as B17; empty: the whole row") String cell,
      String found,
      Text says) {
    static RejectedCell of(Import.Reject r) {
      return new RejectedCell(r.sheet(), r.row(), r.column(), r.cell(), r.found(), r.says());
    }
  }

  /** New facts about a record. */
  record NewFacts(
      @Schema(
              description = "ISO date; may be left out where the register has `since`",
              example = "2018-03-01")
          String validFrom,
      @Schema(
              description = "field to value, spelled as in a form; blank: no longer filled in",
              example = "{\"code\": \"330205\", \"kind\": \"district\"}")
          Map<String, String> fields) {
    NewFacts(@Nullable String validFrom, @Nullable Map<String, @Nullable String> fields) {
      this.validFrom = validFrom == null ? "" : validFrom;
      this.fields = filled(fields == null ? Map.of() : fields);
    }
  }

  static Map<String, String> filled(Map<String, @Nullable String> fields) {
    Map<String, String> filled = new TreeMap<>();
    fields.forEach((name, value) -> filled.put(name, value == null ? "" : value));
    return filled;
  }

  /** What was written: the record and its entry. */
  record Written(String record, long seq) {}

  private static Set<String> secrets(org.liuzheng.register.Schema schema) {
    Set<String> secrets = new HashSet<>();
    schema.fields().stream()
        .filter(f -> f.type() == FieldType.PRIVATE)
        .map(Field::name)
        .forEach(secrets::add);
    return secrets;
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
