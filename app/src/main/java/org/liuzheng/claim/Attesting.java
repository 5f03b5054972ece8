package org.liuzheng.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.claim.Evidence.Document;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** A fact that documents prove, because no register can compute it. */
final class Attesting {
  private static final int READ = 20;

  private final Figures figures;
  private final Records records;
  private final Ask ask;

  Attesting(Figures figures, Records records, Ask ask) {
    this.figures = figures;
    this.records = records;
    this.ask = ask;
  }

  /**
   * @param dated the column that must have the date in the words; empty for none
   */
  Finding finding(String dated, String words) {
    long count =
        figures.value(ask) instanceof Value.Number n && n.numerator().signum() > 0
            ? n.rounded(0).longValue()
            : 0;
    if (count == 0) {
      return Finding.open(
          Words.text("claim.attested.none", String.join(", ", ask.where().values())));
    }
    List<Document> documents = documents();
    Text computed = Words.text("claim.shown.documents", String.valueOf(count));
    Text names = Reasons.list(documents.stream().map(Document::name).toList());
    if (!dated.isEmpty()) {
      return dated(SaidDate.in(words), days(dated), names, documents);
    }
    return Finding.of(
        true,
        computed,
        Words.text("claim.attested.holds", names),
        Fraction.of(count),
        new Evidence.Documents(documents));
  }

  private Finding dated(
      Optional<SaidDate> said, List<LocalDate> days, Text names, List<Document> documents) {
    Evidence evidence = new Evidence.Documents(documents);
    if (days.isEmpty()) {
      return Finding.open(Words.text("claim.attested.undated", names), evidence);
    }
    Text computed = Reasons.list(days.stream().map(Shown::day).toList());
    boolean holds =
        said.isEmpty()
            || days.stream().anyMatch(d -> said.get().is(d, ask.period().start().getYear()));
    return Finding.of(
        holds,
        computed,
        Words.text(holds ? "claim.attested.on" : "claim.attested.other_day", names, computed),
        Fraction.of(days.getFirst().toEpochDay()),
        evidence);
  }

  private List<LocalDate> days(String column) {
    return figures.breakdown(ask, column).stream()
        .map(Figures.Part::key)
        .filter(k -> k.matches("\\d{4}-\\d{2}-\\d{2}"))
        .map(LocalDate::parse)
        .sorted()
        .toList();
  }

  /** The first record that each row names. */
  private List<Document> documents() {
    Figures.Rows rows = figures.rows(ask, 0, READ);
    Map<String, String> links = figures.links(ask.figure());
    Set<Document> documents = new LinkedHashSet<>();
    for (Map<String, String> row : rows.rows()) {
      rows.columns().stream()
          .filter(c -> links.containsKey(c) && !row.getOrDefault(c, "").isEmpty())
          .findFirst()
          .ifPresent(c -> {
            String register = links.getOrDefault(c, "");
            String record = row.getOrDefault(c, "");
            documents.add(
                new Document(
                    register,
                    record,
                    records
                        .name(register, record, ask.when())
                        .map(Text::same)
                        .orElseGet(() -> Words.text("claim.document_unnamed"))));
          });
    }
    return new ArrayList<>(documents);
  }
}
