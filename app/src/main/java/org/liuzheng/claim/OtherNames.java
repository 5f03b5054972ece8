package org.liuzheng.claim;

import java.util.List;
import java.util.Map;
import org.liuzheng.figure.Definition;
import org.liuzheng.words.Lang;
import org.liuzheng.yaml.Flaw;

/**
 * What people call a figure, or a part of it, besides its label.
 *
 * @param where column to value; empty for the whole figure
 */
public record OtherNames(String figure, Map<String, String> where, Map<Lang, List<String>> names) {

  /**
   * Reads the files of a pack, path to content.
   *
   * @param known those of the packs that this one uses
   */
  public static List<OtherNames> readAll(
      Map<String, String> files,
      List<OtherNames> known,
      List<Definition> definitions,
      List<Flaw> flaws) {
    return new OtherNamesReader(definitions, known, flaws).read(files);
  }
}
