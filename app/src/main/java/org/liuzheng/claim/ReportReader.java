package org.liuzheng.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liuzheng.claim.Claim.Reading;
import org.liuzheng.claim.Claim.Requirement;
import org.liuzheng.claim.Manuscript.Linked;
import org.liuzheng.claim.Manuscript.Passage;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Period;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** Reads a report's YAML, then its text in each language against it. */
final class ReportReader {
  private static final String ENDING = ".yaml";

  private final String file;
  private final Map<String, String> texts;
  private final FigureShelf figures;
  private final List<Flaw> flaws;

  ReportReader(String file, Map<String, String> texts, FigureShelf figures, List<Flaw> flaws) {
    this.file = file;
    this.texts = texts;
    this.figures = figures;
    this.flaws = flaws;
  }

  Optional<Report> read(String content) {
    YamlNode node = YamlNode.read(file, content, flaws);
    node.onlyKeys("report", "title", "unit", "period", "on", "claims");
    String name = name(node.need("report"));
    Text title = node.need("title").label();
    String unit = node.need("unit").text();
    YamlNode period = node.need("period");
    Optional<LocalDate> on = day(node.need("on"));
    if (Period.parse(period.text()).isEmpty()) {
      period.flaw("claim.bad_period", period.text());
    }
    if (name.isEmpty() || on.isEmpty() || Period.parse(period.text()).isEmpty()) {
      return Optional.empty();
    }
    ReadingReader readings = new ReadingReader(unit, period.text(), figures);
    Map<String, YamlNode> declared = node.get("claims").map(YamlNode::entries).orElse(Map.of());
    Map<String, Claim> claims = new LinkedHashMap<>();
    declared.forEach((id, claim) -> claim(id, claim, readings).ifPresent(c -> claims.put(id, c)));
    Map<Lang, String> read = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      text(node, name, lang)
          .ifPresent(markdown -> {
            read.put(lang, markdown);
            check(name, lang, markdown, claims, declared, readings);
          });
    }
    return Optional.of(new Report(name, title, unit, period.text(), on.get(), read, claims));
  }

  private String name(YamlNode node) {
    String stem = file.substring(file.lastIndexOf('/') + 1);
    stem = stem.endsWith(ENDING) ? stem.substring(0, stem.length() - ENDING.length()) : stem;
    if (!node.text().equals(stem)) {
      node.flaw("claim.report_name", node.text(), stem);
    }
    return node.isText() ? stem : "";
  }

  private static Optional<LocalDate> day(YamlNode node) {
    try {
      return Optional.of(LocalDate.parse(node.text()));
    } catch (DateTimeException e) {
      node.flaw("claim.bad_day", node.text());
      return Optional.empty();
    }
  }

  private Optional<Claim> claim(String id, YamlNode node, ReadingReader readings) {
    if (!id.matches("[A-Za-z][A-Za-z0-9_-]*") || id.equals("label")) {
      node.flaw("claim.bad_id", id);
      return Optional.empty();
    }
    List<YamlNode> given = node.items();
    List<Reading> read = new ArrayList<>();
    for (YamlNode one : given) {
      if (given.size() > 1) {
        one.need("says");
      }
      one.need("kind");
      readings.read(given(one)).ifPresent(read::add);
    }
    if (given.isEmpty()) {
      node.flaw("claim.no_reading", id);
    }
    return read.isEmpty() || read.size() < given.size()
        ? Optional.empty()
        : Optional.of(new Claim(id, List.copyOf(read)));
  }

  private static Given given(YamlNode node) {
    Map<String, YamlNode> entries = node.entries();
    Map<String, Given.Option> options = new LinkedHashMap<>();
    Map<String, List<Given.Option>> lists = new LinkedHashMap<>();
    entries.forEach((key, value) -> {
      if (Given.LISTS.contains(key)) {
        lists.put(
            key, value.items().stream().map(n -> new Given.Option(n.text(), n::flaw)).toList());
      } else if (!key.equals("says") && !key.equals("each")) {
        options.put(key, new Given.Option(value.text(), value::flaw));
      }
    });
    List<Map<String, Given.Option>> each = new ArrayList<>();
    node.get("each")
        .ifPresent(list ->
            list.items()
                .forEach(one -> {
                  Map<String, Given.Option> filter = new LinkedHashMap<>();
                  one.entries()
                      .forEach((key, value) ->
                          filter.put(key, new Given.Option(value.text(), value::flaw)));
                  each.add(filter);
                }));
    return new Given(
        node.get("says").map(YamlNode::label).orElse(Text.same("")),
        options,
        lists,
        each,
        node::flaw);
  }

  private Optional<String> text(YamlNode report, String name, Lang lang) {
    String textFile = textFile(name, lang);
    Optional<String> text = Optional.ofNullable(texts.get(textFile)).filter(t -> !t.isBlank());
    if (text.isEmpty()) {
      report.flaw("claim.no_text", textFile);
    }
    return text;
  }

  private static String textFile(String name, Lang lang) {
    return name + "." + lang.name().toLowerCase(Locale.ROOT) + ".md";
  }

  private void check(
      String name,
      Lang lang,
      String markdown,
      Map<String, Claim> claims,
      Map<String, YamlNode> declared,
      ReadingReader readings) {
    String textFile = file.substring(0, file.lastIndexOf('/') + 1) + textFile(name, lang);
    BoundText.Flaws here =
        (place, says) -> flaws.add(new Flaw(textFile, place.line(), place.column(), says));
    Manuscript manuscript = Manuscript.of(markdown);
    manuscript.unshown().forEach(place -> here.at(place, Words.text("claim.unshown")));
    Map<String, Claim> known = new LinkedHashMap<>(claims);
    declared.keySet().forEach(id -> known.putIfAbsent(id, new Claim(id, List.of())));
    BoundText text = BoundText.of(manuscript, known, readings, figures, here);
    Set<String> bound = new HashSet<>();
    text.claims().values().forEach(c -> bound.add(c.id()));
    declared.forEach((id, node) -> {
      if (!bound.contains(id)) {
        node.flaw("claim.never_bound", id, textFile(name, lang));
      }
    });
    for (Passage passage : text.passages()) {
      for (int i = 0; i < passage.runs().size(); i++) {
        if (passage.runs().get(i) instanceof Linked link && text.claims().get(link) != null) {
          words(lang, passage, i, link, text.claims().get(link), here);
        }
      }
    }
  }

  private void words(
      Lang lang,
      Passage passage,
      int run,
      Linked link,
      @Nullable Claim claim,
      BoundText.Flaws flaws) {
    if (claim == null) {
      return;
    }
    Set<Text> wrong = new HashSet<>();
    for (Reading reading : claim.readings()) {
      Optional<Definition> figure = figures.find(reading.question().figure());
      Said said =
          PhraseReader.read(
              lang,
              passage.before(run),
              link.words(),
              passage.after(run),
              figure.map(Definition::unit).orElse(Text.same("")));
      boolean silent =
          reading.must() instanceof Requirement.Compared
              && (said instanceof Said.Silent || said instanceof Said.All);
      if (!silent) {
        reading.kind().refuses(said, link.words()).ifPresent(wrong::add);
      }
      if (reading.must() instanceof Requirement.Attested a
          && !a.dated().isEmpty()
          && !link.words().isBlank()
          && SaidDate.in(link.words()).isEmpty()) {
        wrong.add(Words.text("claim.wants_date", link.words()));
      }
    }
    wrong.forEach(says -> flaws.at(link.place(), says));
  }
}
