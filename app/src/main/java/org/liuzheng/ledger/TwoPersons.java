package org.liuzheng.ledger;

import java.util.Optional;
import org.liuzheng.words.Refusal;

/**
 * What one person proposes, a second one approves. The proposal and its decision are entries of one
 * record; {@code op} in the decision's body says which it is.
 *
 * @param words under which the sentences stand that say why somebody may not decide
 */
public record TwoPersons(String words) {
  public static final String APPROVE = "approve";
  public static final String REFUSE = "refuse";
  public static final String REASON = "reason";

  /** Of entries that others wrote, too: who approves the own proposal has not approved it. */
  public static boolean approved(Entry proposed, Entry decided) {
    return APPROVE.equals(decided.body().get("op")) && !decided.actor().equals(proposed.actor());
  }

  /**
   * Why this person may not approve.
   *
   * @param opens whether the person's post may decide at all
   * @param waiting the proposal; empty when there is none or it is decided
   */
  public Optional<Refusal> againstApproving(boolean opens, Optional<Entry> waiting, Author author) {
    return againstDeciding(opens, waiting)
        .or(() ->
            waiting
                .filter(proposed -> proposed.actor().equals(author.account()))
                .map(own -> Refusal.of(words + ".same_person", "")));
  }

  /** Why it may not be refused with this reason; the own proposal may be. */
  public Optional<Refusal> againstRefusing(boolean opens, Optional<Entry> waiting, String reason) {
    return againstDeciding(opens, waiting)
        .or(() ->
            reason.isBlank()
                ? Optional.of(Refusal.of(words + ".needs_reason", REASON))
                : Optional.empty());
  }

  private Optional<Refusal> againstDeciding(boolean opens, Optional<Entry> waiting) {
    if (!opens) {
      return Optional.of(Refusal.of(words + ".not_yours", ""));
    }
    return waiting.isEmpty() ? Optional.of(Refusal.of(words + ".decided", "")) : Optional.empty();
  }
}
