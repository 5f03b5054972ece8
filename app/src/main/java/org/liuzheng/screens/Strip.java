package org.liuzheng.screens;

import java.util.List;

/**
 * Who was where, period by period: a column is a period, a row a competitor; height says the place.
 *
 * @param years runs of columns with the year they belong to
 * @param pins columns with a word over them
 * @param closest the periods that were won by least
 */
public record Strip(
    String label,
    int columns,
    String last,
    List<Lane> lanes,
    List<Span> years,
    List<Span> pins,
    List<Close> closest) {

  /**
   * @param says the lane in words, for who cannot see it
   * @param value the last value, with its unit
   */
  public record Lane(String name, String says, boolean ours, List<Cell> cells, Shown value) {}

  /**
   * @param kind {@code r1}, {@code tie}, {@code r2}, {@code r3}, {@code rest} or {@code none}
   */
  public record Cell(String kind, String says) {}

  /**
   * @param from column, counted from 1
   */
  public record Span(int from, int columns, String words) {}

  /**
   * @param runner who came next, or shared the place
   */
  public record Close(
      String period, String link, Shown own, Shown second, String lead, String runner) {}
}
