package org.liuzheng.screens;

import java.util.List;

/**
 * A figure over its periods: the line, the lines of the peers behind it, and the table that says
 * the same.
 *
 * @param chart what the page's script draws, as JSON
 */
public record Trend(List<Point> points, String unit, String chart) {

  /**
   * @param link the figure's page in that period
   * @param broken why another definition begins to govern here; empty where none does
   * @param light the colour, of a figure that is a light; else empty
   */
  public record Point(
      String period, Shown shown, String link, boolean current, String broken, String light) {}

  /** Whether the figure is a light, which is drawn as lights. */
  public boolean lights() {
    return points.stream().anyMatch(p -> !p.light().isEmpty());
  }

  /** Whether there is a line to draw; lights are words. */
  public boolean line() {
    return !chart.isEmpty() && points.stream().filter(p -> !p.shown().none()).count() > 1;
  }
}
