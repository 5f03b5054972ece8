package org.liuzheng.claim;

import java.util.List;
import java.util.Optional;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Text;

/** What shows best why a claim holds or fails, beside the values that it rests on. */
public sealed interface Evidence {

  /**
   * Everyone who competes, by place; who has nothing does not.
   *
   * @param ask of the figure whose parts by {@code column} compete
   */
  record Ladder(Ask ask, String column, List<Rung> rungs) implements Evidence {}

  /**
   * @param key the part's value in the column, @param name what everybody may call it
   * @param tied whether another has the same place
   */
  record Rung(
      int place,
      boolean tied,
      String key,
      Text name,
      Value.Number value,
      Text shown,
      boolean ours) {}

  /** Who is on a list by the records, and who by the claim; those who are missing first. */
  record Members(Ask ask, String column, List<Member> members) implements Evidence {}

  /** Whether the claim and the records name somebody. */
  enum Membership {
    /** Both, or the records, where the claim leaves others open. */
    LISTED,
    /** The claim alone. */
    MISSING,
    /** The records alone. */
    SURPLUS
  }

  /**
   * @param claimed whether the claim names it
   */
  record Member(String key, Text name, Membership membership, boolean claimed) {}

  /**
   * The values of the periods that are compared, the asked one last.
   *
   * @param sum of the periods before; empty where it says nothing
   */
  record Course(Ask ask, List<Bar> bars, Optional<Text> sum) implements Evidence {}

  /**
   * @param shown empty texts where there is no value
   */
  record Bar(Period period, Value value, Text shown) {}

  /** The records of the documents that attest it. */
  record Documents(List<Document> documents) implements Evidence {}

  record Document(String register, String record, Text name) {}
}
