package org.liuzheng.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Definition;
import org.liuzheng.yaml.Flaw;

/** Report files: YAML and Markdown into reports, every flaw with its line and column. */
public final class Reports {
  private Reports() {}

  /**
   * Reads one report with its texts.
   *
   * @param file path of the YAML file as flaws shall name it
   * @param texts file name, such as {@code jiangbei-2018.zh.md}, to the Markdown in it
   * @param definitions the figures that claims can rest on
   * @return empty when the report has no name, unit, period or day; otherwise the report, whose
   *     flawed claims are left out
   */
  public static Optional<Report> read(
      String file,
      String content,
      Map<String, String> texts,
      List<Definition> definitions,
      List<Flaw> flaws) {
    return new ReportReader(file, texts, new FigureShelf(definitions), flaws).read(content);
  }
}
