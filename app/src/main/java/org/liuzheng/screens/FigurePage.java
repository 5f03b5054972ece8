package org.liuzheng.screens;

import java.util.List;
import java.util.Optional;
import org.liuzheng.page.Shell;

/** A figure: its value, how it moved, who has how much, what it is made of, and what it means. */
public record FigurePage(
    Shell shell, Head head, Asked asked, Pictures pictures, Rows rows, Meaning meaning, Past past) {

  /**
   * @param sentence the value in words that could be read aloud
   * @param light the colour, of a figure that is a light; else empty
   * @param held what stands beside the value
   * @param recomputing a sentence while the figure is slower than it will be; else empty
   */
  public record Head(
      String name,
      String label,
      String sentence,
      Shown shown,
      String light,
      Held held,
      String recomputing) {}

  /**
   * How the value and its definition came to be what they are.
   *
   * @param changes the page that tells what changed the value, entry by entry
   * @param versions every definition there was, the present one first; one when it never changed
   */
  public record Past(
      String changes, List<Revision> revisions, String earlier, List<Version> versions) {}

  /**
   * What stood from a position on.
   *
   * @param why what was entered; @param reason given with a correction, or empty
   * @param link the entry, or the page that lists the entries
   */
  public record Revision(
      String known, String why, String reason, String link, Shown now, String difference) {}

  /**
   * @param known since when it is known, @param governs which periods
   * @param changed its words beside those of the version before it; empty for the first
   */
  public record Version(
      String known,
      String link,
      String governs,
      String note,
      String hash,
      boolean present,
      List<Lines.Line> changed) {}

  /**
   * @param strip only of ranks and streaks
   */
  public record Pictures(
      Trend trend, Optional<Strip> strip, Standings standings, List<Breakdown> breakdowns) {}

  /**
   * What is asked for, and what could be asked instead.
   *
   * @param filters filters in force
   */
  public record Asked(
      String unit,
      String unitName,
      String period,
      String periodWords,
      String previous,
      String following,
      List<Choice> units,
      List<Filter> filters) {}

  public record Choice(String code, String name) {}

  /**
   * @param without the page without this filter
   */
  public record Filter(String column, String code, String heading, String value, String without) {}

  /**
   * Units put in order.
   *
   * @param share of the longest bar, in per cent
   */
  public record Standings(List<Standing> lines, boolean ranked) {}

  /**
   * @param light the colour in a word, when the values are lights, which have no rank and no bar
   * @param judged the colour in a word that somebody judged it to have; mostly empty
   * @param why what it lacks to be ranked; empty of those who are
   */
  public record Standing(
      String rank,
      String name,
      Shown shown,
      String light,
      int share,
      String link,
      boolean ours,
      String judged,
      String why) {}

  /**
   * @param dash why parts have no number; empty when all have
   */
  public record Breakdown(String column, String heading, List<Part> parts, int more, String dash) {}

  public record Part(String name, Shown shown, int share, String link) {}

  /**
   * @param closed why the rows are not shown; empty when they are
   * @param masked why something of them is not shown; empty when all is
   */
  public record Rows(
      RowTable table, int page, int size, String closed, String masked, String refolded) {}

  /**
   * @param facts heading and words in turn
   * @param select the author's select; empty for a step
   * @param relations what the select stands on
   */
  public record Meaning(
      String words,
      List<Fact> facts,
      String select,
      String compiled,
      List<Relation> relations,
      String yaml,
      String hash) {}

  /**
   * @param yaml as its file has it
   */
  public record Relation(String name, String meaning, String yaml) {}

  /**
   * @param link empty when there is nothing to follow
   */
  public record Fact(String heading, String words, String link) {}
}
