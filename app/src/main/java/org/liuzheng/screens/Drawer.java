package org.liuzheng.screens;

import java.util.List;
import java.util.Optional;
import org.liuzheng.page.Shell;
import org.liuzheng.screens.FigurePage.Fact;
import org.liuzheng.screens.FigurePage.Standings;

/** The evidence of one claim. */
public record Drawer(Shell shell, Head head, List<Reading> readings, Proof proof, Ways ways) {

  /**
   * @param says the verdict in one sentence
   */
  public record Head(String id, String kind, String shown, String verdict, String says) {}

  /**
   * One way to read the claim; most have only one.
   *
   * @param title which one it is; empty where there is only one
   * @param says the reading in words
   * @param exhibits what shows best why, where a chart does not
   * @param grounds the values that it rests on, where there are several
   */
  public record Reading(
      String title,
      String says,
      String verdict,
      String reason,
      List<Exhibit> exhibits,
      Picture picture,
      List<Fact> grounds,
      List<Fact> derived) {}

  /**
   * What shows it best; several may be there, or none.
   *
   * @param rows the way to all records
   */
  public record Picture(
      Optional<Strip> strip,
      Optional<Trend> trend,
      Standings standings,
      Optional<RowTable> cases,
      String rows) {}

  /**
   * @param position what is known
   * @param name of the log, as signed
   */
  public record Proof(String position, String root, String name) {}

  /**
   * @param figure empty where the claim rests on none
   * @param next the next claim that is not settled; empty when there is none
   */
  public record Ways(String close, String figure, String next, String nextWords, String table) {}
}
