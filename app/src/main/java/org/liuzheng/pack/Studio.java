package org.liuzheng.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.figure.Edition;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.TwoPersons;
import org.liuzheng.words.Refusal;
import org.liuzheng.yaml.Flaw;

/** Where definitions are drafted, proposed, and approved by a second person. */
public interface Studio {

  /** Whether these roles may propose and approve. */
  boolean opensTo(Set<String> roles);

  /** The text that defines a figure now. */
  Optional<Written> written(String figure);

  /** Reads a text in the place of the present one; nothing is installed. */
  Draft draft(String figure, String text);

  /**
   * The text with the present definition kept for the periods before a day: what it says otherwise
   * is put under {@code earlier}.
   *
   * @param note why another definition governs from that day on
   */
  String governingFrom(String figure, String text, LocalDate from, String note);

  /** All that was ever proposed, the newest first. */
  List<Proposal> proposals();

  Optional<Proposal> proposal(long number);

  /** What a proposal wrote in the place of what. */
  Texts texts(Proposal proposal);

  Outcome propose(String figure, String text, String reason, Author author);

  /** Makes it the district's definition, known from the entry that says so. */
  Outcome approve(long number, Author author);

  Outcome refuse(long number, String reason, Author author);

  /**
   * @param file path of the file, @param line the first line of the text in it
   */
  record Written(String file, int line, String text) {}

  /**
   * @param flaws places are counted in the text; a flaw of another file names that
   * @param edition the whole district's definitions with this one; empty when there is a flaw
   */
  record Draft(List<Flaw> flaws, Optional<Edition> edition) {}

  record Texts(String before, String after) {}

  /**
   * @param number seq of the entry that proposes it
   * @param was SHA-256 of the file that it was written for, @param becomes of the file it makes
   * @param decided the entry that approves or refuses it; empty while it waits
   */
  record Proposal(
      long number,
      String figure,
      String file,
      String was,
      String becomes,
      String reason,
      Entry proposed,
      Optional<Entry> decided) {

    public State state() {
      return decided
          .map(d -> TwoPersons.approved(proposed, d) ? State.APPROVED : State.REFUSED)
          .orElse(State.WAITS);
    }
  }

  /** What became of a proposal. */
  enum State {
    WAITS,
    APPROVED,
    REFUSED
  }

  /** What came of something that was to be written. */
  sealed interface Outcome {
    /**
     * @param number of the proposal
     */
    record Done(long number) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }
}
