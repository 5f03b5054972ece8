package org.liuzheng.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Source;
import org.liuzheng.words.Refusal;

/** The registers of this district: every write becomes an entry, every read takes two times. */
public interface Registers {

  /**
   * Makes these schemas the district's, creating or extending tables; installing twice is once.
   *
   * @return what does not fit the tables there are; then nothing is installed
   */
  List<Refusal> install(List<Schema> schemas);

  List<Schema> schemas();

  Optional<Schema> schema(String register);

  /** New or changed facts about a record from {@code validFrom} until the next known change. */
  Outcome put(Put put);

  /** Replaces what was stated about the version that starts on {@code validFrom}, with a reason. */
  Outcome correct(Correct correct);

  /** The record is no longer true from a day on; from its first day on, it never was. */
  Outcome withdraw(Withdraw withdraw);

  /** Records true and known then, at most {@code query.size()}, with the number of all. */
  Found list(Query query);

  /** The version true and known then. */
  Optional<Version> record(String register, String record, When when);

  /** Of these records, the versions true and known then, by id. */
  Map<String, Version> records(String register, Collection<String> ids, When when);

  /** The id of the record that these fields are about; empty when they do not tell. */
  Optional<String> id(String register, Map<String, String> fields);

  /** Every version ever known, in order of knowing, then of validity. */
  List<Version> history(String register, String record);

  /** Reads a file against the register and says what would happen; writes nothing. */
  Import preview(ImportRequest request);

  /** Imports as the request's mode says; the same report as the preview, now done. */
  Import run(ImportRequest request);

  /** Drops every record table and fills it again from the ledger; tables come out equal. */
  void rebuild();

  /**
   * @param validFrom ISO date as text; empty takes the schema's {@code since} field
   */
  record Put(
      String register,
      String validFrom,
      Map<String, String> fields,
      Author author,
      Source source) {}

  record Correct(
      String register,
      String record,
      java.time.LocalDate validFrom,
      Map<String, String> fields,
      String reason,
      Author author,
      Source source) {}

  record Withdraw(
      String register,
      String record,
      java.time.LocalDate from,
      String reason,
      Author author,
      Source source) {}

  /** What became of a write. */
  sealed interface Outcome {
    record Accepted(String record, long seq) implements Outcome {}

    record Refused(List<Refusal> why) implements Outcome {
      public Refused {
        why = List.copyOf(why);
      }
    }
  }

  /**
   * @param equal field to value that must match exactly; {@code id} is a field too
   * @param search text that any text-like field contains; empty for all
   * @param sort field to sort by, {@code -} before it for descending; empty sorts by id
   * @param page counted from 0
   */
  record Query(
      String register,
      Map<String, String> equal,
      String search,
      String sort,
      int page,
      int size,
      When when) {}

  record Found(List<Version> versions, long total) {}
}
