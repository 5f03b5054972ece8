package org.liuzheng.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Report;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.TwoPersons;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Refusal;
import org.liuzheng.words.Text;

/** Reports as they were published, and what two persons do to publish one. */
public interface Publications {
  /** The folder of a bundle in which files lie under their SHA-256. */
  String KEPT = "evidence/";

  /** Whether these roles may propose, approve and withdraw. */
  boolean opensTo(Set<String> roles);

  /** All that was ever proposed, the newest first. */
  List<Publication> all();

  default Optional<Publication> of(long number) {
    return all().stream().filter(p -> p.number() == number).findFirst();
  }

  /** What was fixed when it was proposed. */
  Snapshot snapshot(Publication publication);

  /** The report with the texts that were fixed. */
  Report report(Publication publication);

  /**
   * Fixes the report as it stands and as the ledger stands. It is refused when the rows of a value
   * do not fold to it.
   *
   * @param release from when it is public once a second person approved it
   * @param note why it is published as it is; needed where a claim does not hold
   */
  Outcome propose(String report, LocalDate on, Instant release, String note, Author author);

  Outcome approve(long number, Author author);

  Outcome refuse(long number, String reason, Author author);

  /** The publication stays readable and says why it no longer stands. */
  Outcome withdraw(long number, String reason, Author author);

  /** Claims that would be told otherwise today, in the order of the text. */
  List<Drift> drift(Publication publication, Lang lang);

  /** What does not come out again as it was fixed. */
  Rerun rerun(Publication publication);

  /**
   * The claims that a stranger's bundle cannot tell again, in the order of the text, with the
   * registers that are not public and that they rest on.
   */
  Map<String, List<Text>> closed(Publication publication);

  /**
   * Makes a program on a bundle the district of then: its registers, figures and report.
   *
   * @return files that are not there as they were fixed; then nothing is done
   */
  List<Text> restore(Publication publication);

  /**
   * Writes the ZIP by which a stranger checks it.
   *
   * @param closed whether entries of registers that are not public are in it
   */
  void bundle(Publication publication, boolean closed, OutputStream out) throws IOException;

  /**
   * @param number seq of the entry that proposes it
   * @param on the day that the report is true on
   * @param known the position up to which entries count
   * @param root the tree's root at that position, in hex
   * @param snapshot SHA-256 of what was fixed
   * @param decided approves or refuses it, @param ended withdraws it
   */
  record Publication(
      long number,
      String report,
      Text title,
      LocalDate on,
      long known,
      String root,
      String snapshot,
      Instant release,
      String note,
      Entry proposed,
      Optional<Entry> decided,
      Optional<Entry> ended) {

    /** Whether a second person approved it, whatever came after. */
    public boolean approved() {
      return decided.filter(d -> TwoPersons.approved(proposed, d)).isPresent();
    }

    /** Published, or withdrawn after that. */
    public boolean isPublic(Instant now) {
      return approved() && !now.isBefore(release);
    }

    public State state(Instant now) {
      if (ended.isPresent()) {
        return State.WITHDRAWN;
      }
      if (decided.isEmpty()) {
        return State.WAITS;
      }
      if (!approved()) {
        return State.REFUSED;
      }
      return now.isBefore(release) ? State.APPROVED : State.PUBLISHED;
    }
  }

  /** What became of it. */
  enum State {
    WAITS,
    REFUSED,
    APPROVED,
    PUBLISHED,
    WITHDRAWN
  }

  /**
   * A claim then and now.
   *
   * @param was what was fixed
   */
  record Drift(Snapshot.Fixed was, Checked now) {}

  /**
   * A report computed again from the entries.
   *
   * @param differences a sentence each; empty when all is as it was fixed
   * @param closed claims that were not told again, because they rest on registers whose entries are
   *     not here, which only a bundle can lack; with these registers
   */
  record Rerun(List<Text> differences, Map<String, List<Text>> closed) {}

  /** What came of something that was to be written. */
  sealed interface Outcome {
    record Done(long number) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }
}
