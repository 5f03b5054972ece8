package org.liuzheng.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Definition;
import org.liuzheng.yaml.Flaw;

/** Report files: YAML and Markdown into reports, every flaw with its line and column. */
public final class Reports {
  private Reports() {}

  public static Optional<Report> read(
      String file, String content, Map<String, String> texts, List<Flaw> flaws) {
    return Optional.empty();
  }

  public static void check(Report report, List<Definition> definitions, List<Flaw> flaws) {}
}
