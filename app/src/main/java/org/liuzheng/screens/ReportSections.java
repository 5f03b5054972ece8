package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liuzheng.claim.Report;
import org.liuzheng.claim.Verdict;
import org.liuzheng.page.Shell;
import org.liuzheng.screens.ReportPage.Bit;
import org.liuzheng.screens.ReportPage.Part;
import org.liuzheng.screens.ReportPage.Shape;
import org.liuzheng.screens.ReportPage.Tally;

/** How the claims of a report stand under each of its headings. */
final class ReportSections {
  private final Shell shell;
  private final Report report;
  private final Map<String, Section> sections = new LinkedHashMap<>();

  /**
   * @param parts of the text, in its order; what stands before the first heading counts under none
   */
  ReportSections(Shell shell, Report report, List<Part> parts) {
    this.shell = shell;
    this.report = report;
    Section now = new Section("", shell.say("screens.sections.opening"));
    for (Part part : parts) {
      if (part.shape() == Shape.HEADING) {
        now =
            new Section(
                part.id(), part.bits().stream().map(Bit::text).collect(Collectors.joining()));
      }
      for (Bit bit : part.bits()) {
        if (!bit.claim().isEmpty()) {
          sections.putIfAbsent(now.id(), now);
          now.claims().put(bit.claim(), bit.verdict());
        }
      }
    }
  }

  /**
   * @param claims claim to its verdict
   */
  private record Section(String id, String title, Map<String, String> claims) {
    Section(String id, String title) {
      this(id, title, new LinkedHashMap<>());
    }

    int count(String verdict) {
      return (int) claims.values().stream().filter(v -> v.equals(verdict)).count();
    }
  }

  /** The title of a section that has claims. */
  Optional<String> title(String section) {
    return Optional.ofNullable(sections.get(section)).map(Section::title);
  }

  /** The claims of a section. */
  Set<String> claims(String section) {
    return Optional.ofNullable(sections.get(section))
        .map(s -> s.claims().keySet())
        .orElse(Set.of());
  }

  /** Empty where there is but one section, which the counts of the whole report tell as well. */
  Tally tally() {
    if (sections.size() < 2) {
      return new Tally(List.of(), List.of());
    }
    Set<String> verdicts = new LinkedHashSet<>();
    for (Verdict verdict : ReportReading.VERDICTS) {
      if (sections.values().stream().anyMatch(s -> s.count(ReportReading.word(verdict)) > 0)) {
        verdicts.add(ReportReading.word(verdict));
      }
    }
    return new Tally(
        verdicts.stream().map(v -> new Tally.Column(v, shell.say("page.verdict." + v))).toList(),
        sections.values().stream().map(s -> row(s, verdicts)).toList());
  }

  private Tally.Row row(Section section, Set<String> verdicts) {
    String path = "/reports/" + report.name();
    List<Tally.Cell> cells = new ArrayList<>();
    for (String verdict : verdicts) {
      cells.add(
          new Tally.Cell(
              section.count(verdict),
              shell.say("page.verdict." + verdict),
              shell.link(path, "view", "table", "section", section.id(), "verdict", verdict)));
    }
    cells.add(
        new Tally.Cell(
            section.claims().size(),
            shell.say("screens.sections.all"),
            shell.link(path, "view", "table", "section", section.id())));
    return new Tally.Row(
        section.title(),
        shell.link(path) + (section.id().isEmpty() ? "" : "#" + section.id()),
        cells);
  }
}
