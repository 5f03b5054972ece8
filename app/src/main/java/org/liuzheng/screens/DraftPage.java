package org.liuzheng.screens;

import java.util.List;
import java.util.Optional;
import org.liuzheng.page.Shell;
import org.liuzheng.words.Refusal;

/** A definition being edited: its text, what is wrong with it, and what it would give. */
public record DraftPage(
    Shell shell,
    Head head,
    String text,
    Checked checked,
    Asked asked,
    Optional<Trial> trial,
    Typed typed,
    List<Refusal> errors) {

  /**
   * @param action the page's own address
   * @param relations what the definition in force stands on
   */
  public record Head(
      String label, String link, String file, String action, List<FigurePage.Relation> relations) {}

  /**
   * @param lines those with a flaw and their neighbours; empty when nothing is wrong
   * @param elsewhere what would be wrong in other files
   */
  public record Checked(boolean done, List<Line> lines, List<String> elsewhere) {
    static final Checked NOT_YET = new Checked(false, List.of(), List.of());

    public boolean sound() {
      return done && lines.isEmpty() && elsewhere.isEmpty();
    }
  }

  /**
   * @param flaws with their columns, in words
   */
  public record Line(int number, String text, List<String> flaws) {}

  public record Asked(
      List<FigurePage.Choice> units, String unit, String period, String on, String known) {}

  /**
   * @param from the first day of the periods that the new definition shall govern
   */
  public record Typed(String reason, String from) {}

  /**
   * What the draft gives beside what is in force.
   *
   * @param sentence both values and their difference
   * @param points period by period
   */
  public record Trial(String sentence, String unit, List<Point> points, Rows rows) {}

  public record Point(
      String period, Shown present, Shown draft, String difference, boolean current) {}

  /**
   * @param closed why no rows are shown; empty when they are
   * @param sentence how many come, go and change
   */
  public record Rows(String closed, String sentence, List<Row> examples) {}

  /**
   * @param kind comes, goes or changes
   */
  public record Row(String kind, String title, String link, String says) {}
}
