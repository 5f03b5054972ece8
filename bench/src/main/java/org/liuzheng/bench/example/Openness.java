package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** What must be published and was, and how a hundred counties were scored for it. */
final class Openness {
  private static final String WORDS = "openness";
  private static final LocalDate YEAR = LocalDate.of(2018, 1, 1);
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);
  private static final int PUBLICATIONS = 230;
  private static final int WITHDRAWN = 6;
  private static final int LEGAL_DAYS = 20;
  private static final int BEST_OF_THE_OTHERS = 8690;
  private static final List<String> DIMENSIONS =
      List.of("decisions", "services", "results", "platform", "requests");
  private static final List<Integer> WEIGHTS = List.of(25, 25, 30, 10, 10);
  private static final List<String> MADE =
      List.of(
          "code",
          "item",
          "title",
          "body",
          "formed_on",
          "reviewed_on",
          "personal_data_checked",
          "published_on",
          "channels");

  private final Dice dice = Dice.of(WORDS);
  private final YamlNode words;
  private final Sender sender;
  private final WorkedDays days;
  private final List<Matter> matters = new ArrayList<>();
  private final List<Publication> publications = new ArrayList<>();

  private record Matter(String number, String field, String body, String name, int days) {}

  private record Publication(
      String code,
      Matter matter,
      String title,
      LocalDate formed,
      LocalDate reviewed,
      Optional<LocalDate> published) {}

  private Openness(YamlNode words, WorkedDays days) {
    this.words = words;
    this.sender = new Sender(words);
    this.days = days;
  }

  static List<Sheetful> all(WorkedDays days) {
    List<Sheetful> sheets = new ArrayList<>(Tabled.all(WORDS));
    Vocabulary.read(
        WORDS,
        root -> {
          Openness openness = new Openness(root, days);
          sheets.add(openness.catalogue());
          openness.publish();
          for (int quarter = 1; quarter <= 4; quarter++) {
            sheets.add(openness.made(quarter));
            sheets.add(openness.publishedLater(quarter));
          }
          sheets.add(openness.withdrawn());
          sheets.add(openness.scores());
          return root;
        });
    sheets.addAll(Requests.all(days));
    return sheets;
  }

  private Sheetful catalogue() {
    List<String> channels = Vocabulary.texts(words.need("channels"));
    List<Map<String, String>> rows = new ArrayList<>();
    for (YamlNode field : words.need("fields").items()) {
      String body = Office.unit(field.need("body").text());
      for (YamlNode m : field.need("matters").items()) {
        List<String> matter = Vocabulary.texts(m);
        boolean onRequest = dice.percent(4);
        String own = onRequest ? "" : matter.get(3);
        String number =
            "%s-%03d".formatted(field.need("prefix").text(), numbered(field.need("field").text()));
        Matter made =
            new Matter(
                number,
                field.need("field").text(),
                body,
                matter.get(1),
                onRequest ? -1 : own.isEmpty() ? LEGAL_DAYS : Integer.parseInt(own));
        matters.add(made);
        rows.add(
            Row.of("number", made.number())
                .with("field", made.field())
                .with("first_level", matter.getFirst())
                .with("matter", made.name())
                .with("content", matter.get(2))
                .with("basis", field.need("basis").text())
                .with("legal_limit", "open-publish")
                .when(!own.isEmpty(), "own_days", own)
                .with("body", body)
                .with("channels", dice.pick(channels))
                .with("audience", dice.percent(88) ? "everyone" : "group")
                .with("manner", onRequest ? "on_request" : "proactive")
                .with("level", dice.percent(85) ? "county" : "town")
                .with("state", "in_force")
                .with("valid_from", YEAR)
                .done());
      }
    }
    return sender.sheet(
        80,
        "openness_item",
        "2018",
        Form.WORKBOOK,
        sender.title("catalogue"),
        List.of(
            "number",
            "field",
            "first_level",
            "matter",
            "content",
            "basis",
            "legal_limit",
            "own_days",
            "body",
            "channels",
            "audience",
            "manner",
            "level",
            "state",
            "valid_from"),
        rows);
  }

  private long numbered(String field) {
    return matters.stream().filter(m -> m.field().equals(field)).count() + 1;
  }

  /** Every matter at least once but two, that nobody has published anything of. */
  private void publish() {
    List<Matter> proactive = matters.stream().filter(m -> m.days() >= 0).toList();
    List<Matter> some = dice.shuffled(proactive).subList(2, proactive.size());
    List<String> texts = Vocabulary.texts(words.need("texts"));
    for (int i = 0; i < PUBLICATIONS; i++) {
      Matter matter = i < some.size() ? some.get(i) : dice.pick(some);
      LocalDate formed = days.after(dice.day(YEAR.plusDays(2), YEAR_END.minusDays(6)), 0);
      boolean late = dice.percent(4);
      int taken =
          late ? matter.days() + dice.between(1, 7) : matter.days() * dice.between(15, 95) / 100;
      LocalDate published = days.after(formed, taken);
      publications.add(
          new Publication(
              "GK-2018-%04d".formatted(i + 1),
              matter,
              dice.pick(texts)
                  .replace("{0}", matter.name())
                  .replace("{1}", String.valueOf(formed.getMonthValue())),
              formed,
              days.after(formed, Math.max(0, taken - 1 - taken / 3)),
              published.isBefore(LocalDate.of(2019, 2, 1))
                  ? Optional.of(published)
                  : Optional.empty()));
    }
  }

  private static LocalDate end(int quarter) {
    return YEAR.plusMonths(3L * quarter).minusDays(1);
  }

  private Sheetful made(int quarter) {
    List<String> channels = Vocabulary.texts(words.need("channels"));
    List<Map<String, String>> rows =
        in(quarter).stream()
            .map(p -> {
              Row row =
                  Row.of("code", p.code())
                      .with("item", p.matter().number())
                      .with("title", p.title())
                      .with("body", p.matter().body())
                      .with("formed_on", p.formed());
              p.published()
                  .filter(d -> !d.isAfter(end(quarter)))
                  .ifPresent(d -> published(row, p, d).with("channels", dice.pick(channels)));
              return row.done();
            })
            .toList();
    return sender.sheet(
        81,
        "publication",
        "2018-q" + quarter,
        quarter % 2 == 0 ? Form.CSV_GBK : Form.WORKBOOK,
        sender.title("publications", quarter),
        MADE,
        rows);
  }

  /** Made in one quarter, published in the next. */
  private Sheetful publishedLater(int quarter) {
    List<Map<String, String>> rows =
        in(quarter).stream()
            .filter(p -> p.published().filter(d -> d.isAfter(end(quarter))).isPresent())
            .map(p -> {
              LocalDate day = p.published().orElseThrow();
              return published(Row.of("code", p.code()), p, day).with("valid_from", day).done();
            })
            .toList();
    return sender.sheet(
        82,
        "publication",
        "2018-q" + quarter + "-later",
        Form.CSV_WITH_MARK,
        sender.title("published_later", quarter),
        List.of("code", "reviewed_on", "personal_data_checked", "published_on", "valid_from"),
        rows);
  }

  private static Row published(Row row, Publication p, LocalDate day) {
    return row.with("reviewed_on", p.reviewed())
        .with("personal_data_checked", "true")
        .with("published_on", day);
  }

  private List<Publication> in(int quarter) {
    return publications.stream()
        .filter(p -> (p.formed().getMonthValue() + 2) / 3 == quarter)
        .toList();
  }

  private Sheetful withdrawn() {
    List<Publication> early =
        publications.stream()
            .filter(p -> p.published().filter(d -> d.getMonthValue() < 9).isPresent())
            .toList();
    List<Map<String, String>> rows =
        dice.some(WITHDRAWN, early).stream()
            .map(p -> {
              LocalDate day = p.published().orElseThrow().plusDays(dice.between(2, 60));
              return Row.of("code", p.code())
                  .with("withdrawn_on", day)
                  .with("withdrawal_reason", dice.pick(Vocabulary.texts(words.need("reasons"))))
                  .with("valid_from", day)
                  .done();
            })
            .toList();
    return sender.sheet(
        83,
        "publication",
        "2018-withdrawn",
        Form.CSV,
        sender.title("withdrawn"),
        List.of("code", "withdrawn_on", "withdrawal_reason", "valid_from"),
        rows);
  }

  /** Two are ahead of ours, and nobody else comes near. */
  private Sheetful scores() {
    List<Map<String, String>> rows = new ArrayList<>();
    List<YamlNode> given = new ArrayList<>(words.need("ahead").items());
    given.add(words.need("ours"));
    for (YamlNode g : given) {
      List<Integer> scores = g.need("scores").items().stream().map(YamlNode::whole).toList();
      rows.addAll(scores(g.need("region").text(), scores));
    }
    for (String region : Vocabulary.texts(words.need("regions"))) {
      List<Integer> scores = List.of();
      while (scores.isEmpty() || weighted(scores) > 100 * BEST_OF_THE_OTHERS) {
        int middle = 8600 - dice.skewed(0, 3100);
        scores = DIMENSIONS.stream().map(d -> middle + dice.between(-900, 900)).toList();
      }
      rows.addAll(scores(region, scores));
    }
    return sender.sheet(
        87,
        "transparency_score",
        "2018",
        Form.WORKBOOK,
        sender.title("scores"),
        List.of("year", "region", "dimension", "weight", "score", "published_on", "document"),
        rows);
  }

  private static int weighted(List<Integer> scores) {
    int sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      sum += scores.get(i) * WEIGHTS.get(i);
    }
    return sum;
  }

  private List<Map<String, String>> scores(String region, List<Integer> scores) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < DIMENSIONS.size(); i++) {
      rows.add(
          Row.of("year", 2018)
              .with("region", region)
              .with("dimension", DIMENSIONS.get(i))
              .with("weight", "2018/" + DIMENSIONS.get(i))
              .with("score", BigDecimal.valueOf(Math.min(scores.get(i), 10_000), 2))
              .with("published_on", words.need("scores_published").text())
              .with("document", words.need("report").text())
              .done());
    }
    return rows;
  }
}
