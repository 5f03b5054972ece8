package org.liuzheng.publication;

import java.util.List;
import org.liuzheng.claim.Claims.Shape;

/**
 * A published report as it is put on paper: the text with a number behind each claim, and under
 * that number what the records gave.
 *
 * @param head what stands under the title: unit, day, position, root
 * @param note under the table; empty where nothing is to be said
 * @param foot what stands at the foot of each page
 */
public record Printout(
    String title,
    List<String> head,
    List<Passage> passages,
    String tableTitle,
    List<String> columns,
    List<List<String>> claims,
    String note,
    String foot) {

  /**
   * @param level of a heading 1 to 6, of an item how deep it lies
   * @param marker of an item; empty else
   */
  public record Passage(Shape shape, int level, String marker, List<Piece> pieces) {}

  /**
   * @param note the number of the claim that the words are; 0 where they are none
   */
  public record Piece(String words, int note) {}
}
