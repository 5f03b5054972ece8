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
   */
  public record Point(String period, Shown shown, String link, boolean current) {}

  /** Whether there is a line to draw; lights are words. */
  public boolean line() {
    return !chart.isEmpty() && points.stream().filter(p -> !p.shown().none()).count() > 1;
  }
}
