package org.liuzheng.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.register.Import;
import org.liuzheng.register.ImportRequest;
import org.liuzheng.register.When;

/** As many firms as the district had, entered as files and scored by its pack in one go. */
class ScoringEveryFirmTest {
  private static final int FIRMS = 4240;
  private static final long SEED = 20180511;
  private static final Period YEAR = Period.parse("2018").orElseThrow();
  private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** The first half of the streets' units has the firms above scale. */
  private static final List<String> STREETS = List.of("330205001", "330205002");

  private static final List<Term> ABOVE =
      List.of(
          new Term("tax_per_mu", "30", "24.097", "tax", "own_mu"),
          new Term("value_per_mu", "20", "136.16", "added_value", "own_mu"),
          new Term("value_per_energy", "20", "2.694", "added_value", "energy"),
          new Term("value_per_emission", "10", "4929.81", "added_value", "emission"),
          new Term("value_per_head", "10", "18.14", "added_value", "staff"),
          new Term("research_share", "10", "0.0302", "research", "revenue"));
  private static final List<Term> BELOW =
      List.of(
          new Term("tax_per_mu", "50", "11.5932", "tax", "own_mu"),
          new Term("tax_per_power", "50", "0.2352", "tax", "power"));
  private static final Map<String, List<Term>> TERMS = Map.of("above", ABOVE, "below", BELOW);
  private static final Map<String, Integer> SHARES =
      new TreeMap<>(Map.of("A", 25, "B", 45, "C", 25, "D", 5));

  private static final District DISTRICT =
      District.of(Packs.read(Path.of("..", "packs", "jiangbei-2018")).pack());
  private static final List<Firm> ALL = new ArrayList<>();
  private static final Set<String> VETOED = new HashSet<>();

  private record Term(String indicator, String weight, String base, String of, String by) {}

  private record Firm(String code, String street, String scale, Map<String, String> year) {}

  @BeforeAll
  static void enter() {
    entered(
        "unit",
        """
        code,name,kind,parent,valid_from
        330000,province,province,,2010-01-01
        330205,county,county,330000,2010-01-01
        330205001,first,street,330205,2010-01-01
        330205002,second,street,330205,2010-01-01
        """);
    Random random = new Random(SEED);
    for (int i = 0; i < FIRMS; i++) {
      ALL.add(firm(i, random));
    }
    ALL.stream().filter(f -> random.nextInt(50) == 0).map(Firm::code).forEach(VETOED::add);
    entered(
        "firm",
        table(
            List.of("code", "name", "unit", "industry", "listed_on"),
            ALL.stream().map(f -> List.of(f.code, f.code, f.street, "C34", "2017-01-01"))));
    List<String> fields = ALL.getFirst().year.keySet().stream().sorted().toList();
    List<String> columns = new ArrayList<>(List.of("firm", "year_end", "scale", "standing"));
    columns.addAll(fields);
    entered(
        "firm_year",
        table(
            columns,
            ALL.stream()
                .map(f -> {
                  List<String> row =
                      new ArrayList<>(List.of(f.code, "2018-12-31", f.scale, "graded"));
                  fields.forEach(field -> row.add(f.year.get(field)));
                  return row;
                })));
    entered(
        "firm_ruling",
        table(
            List.of("firm", "year_end", "cause", "ruled_on", "document"),
            VETOED.stream()
                .sorted()
                .map(f -> List.of(f, "2018-12-31", "safety", "2018-06-01", "document"))));
    enterRules();
  }

  private static void enterRules() {
    entered(
        "scoring_rule",
        table(
            List.of(
                "year_end",
                "scale",
                "indicator",
                "weight",
                "base",
                "missing",
                "issued_on",
                "document"),
            TERMS.entrySet().stream()
                .flatMap(scale ->
                    scale.getValue().stream()
                        .map(t ->
                            List.of(
                                "2018-12-31",
                                scale.getKey(),
                                t.indicator,
                                t.weight,
                                t.base,
                                t.indicator.equals("value_per_emission") ? "mean" : "none",
                                "2018-05-11",
                                "document")))));
    entered(
        "grade_rule",
        table(
            List.of("year_end", "scale", "grade", "share", "issued_on", "document"),
            TERMS.keySet().stream()
                .flatMap(scale ->
                    SHARES.entrySet().stream()
                        .map(s ->
                            List.of(
                                "2018-12-31",
                                scale,
                                s.getKey(),
                                s.getValue().toString(),
                                "2018-05-11",
                                "document")))));
  }

  @AfterAll
  static void close() {
    DISTRICT.close();
  }

  @Test
  void every_firm_has_the_score_and_the_grade_that_are_reckoned_by_hand() {
    Map<String, BigDecimal> scores = new HashMap<>();
    TERMS.keySet().forEach(scale -> scores.putAll(byHand(scale)));
    Map<String, String> grades = new HashMap<>();
    TERMS.keySet().forEach(scale -> grades.putAll(graded(scale, scores)));

    assertThat(parts("firm_score", "330205", "firm")).hasSize(FIRMS).isEqualTo(rounded(scores));
    for (String street : STREETS) {
      Map<String, BigDecimal> expected =
          ALL.stream()
              .filter(f -> f.street.equals(street))
              .collect(
                  Collectors.toMap(f -> grades.get(f.code), f -> BigDecimal.ONE, BigDecimal::add));
      assertThat(parts("firms_by_grade", street, "grade")).isEqualTo(expected);
    }
  }

  /** Part to value, to the decimals that scores are published with. */
  private static Map<String, BigDecimal> parts(String figure, String unit, String column) {
    Ask ask =
        new Ask(
            figure, unit, YEAR, new When(YEAR.end(), DISTRICT.records().ledger.size()), Map.of());
    return DISTRICT.figures().breakdown(ask, column).stream()
        .collect(Collectors.toMap(Figures.Part::key, p -> plain(number(p.value()))));
  }

  private static BigDecimal number(Value value) {
    return ((Value.Number) value).rounded(4);
  }

  private static Map<String, BigDecimal> rounded(Map<String, BigDecimal> scores) {
    return scores.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, s -> plain(s.getValue())));
  }

  /** Without the zeros at its end, so that equal numbers are equal. */
  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  private static Map<String, BigDecimal> byHand(String scale) {
    List<Firm> firms = ALL.stream().filter(f -> f.scale.equals(scale)).toList();
    Map<String, BigDecimal> scores = new HashMap<>();
    for (Term term : TERMS.get(scale)) {
      List<Firm> known = firms.stream().filter(f -> !f.year.get(term.by).isEmpty()).toList();
      BigDecimal sum = BigDecimal.ZERO;
      for (Firm firm : known) {
        sum = sum.add(points(term, firm));
      }
      BigDecimal mean = sum.divide(BigDecimal.valueOf(known.size()), 4, RoundingMode.HALF_UP);
      for (Firm firm : firms) {
        scores.merge(firm.code, known.contains(firm) ? points(term, firm) : mean, BigDecimal::add);
      }
    }
    return scores;
  }

  private static BigDecimal points(Term term, Firm firm) {
    return new BigDecimal(firm.year.get(term.of))
        .multiply(new BigDecimal(term.weight))
        .divide(
            new BigDecimal(firm.year.get(term.by)).multiply(new BigDecimal(term.base)),
            4,
            RoundingMode.HALF_UP);
  }

  private static Map<String, String> graded(String scale, Map<String, BigDecimal> scores) {
    List<String> order =
        ALL.stream()
            .filter(f -> f.scale.equals(scale))
            .map(Firm::code)
            .sorted(Comparator.comparing(scores::get, Comparator.reverseOrder()))
            .toList();
    List<String> left = order.stream().filter(f -> !VETOED.contains(f)).toList();
    Map<String, String> grades = new HashMap<>();
    VETOED.stream().filter(order::contains).forEach(f -> grades.put(f, "D"));
    int cut = 0;
    int at = 0;
    for (Map.Entry<String, Integer> share : SHARES.entrySet()) {
      cut += share.getValue();
      long upTo = Math.round(order.size() * cut / 100.0);
      while (at < left.size()
          && (at < upTo
              || share.getKey().equals("D")
              || at > 0 && scores.get(left.get(at)).equals(scores.get(left.get(at - 1))))) {
        grades.put(left.get(at), share.getKey());
        at++;
      }
    }
    return grades;
  }

  private static Firm firm(int number, Random random) {
    boolean above = number % 5 == 0;
    Map<String, String> year = new HashMap<>();
    year.put("own_mu", tenths(random, 50, 400));
    year.put("tax", tenths(random, 100, 9000));
    year.put("added_value", tenths(random, 1000, 40000));
    year.put("revenue", tenths(random, 20000, 400000));
    year.put("research", tenths(random, 0, 2000));
    year.put("energy", tenths(random, 100, 9000));
    year.put("energy_basis", "equivalent");
    year.put("emission", random.nextInt(5) == 0 ? "" : tenths(random, 1, 40));
    year.put("staff", tenths(random, 50, 5000));
    year.put("power", tenths(random, 10, 9000));
    return new Firm(
        code(number), STREETS.get(number % STREETS.size()), above ? "above" : "below", year);
  }

  private static String tenths(Random random, int least, int more) {
    return BigDecimal.valueOf(least + random.nextInt(more), 1).toPlainString();
  }

  /** A unified social credit code with the check character of GB 32100. */
  private static String code(int number) {
    String body = "91330205MA%07d".formatted(2_000_000 + number);
    int sum = 0;
    int weight = 1;
    for (char c : body.toCharArray()) {
      sum += CODE_CHARACTERS.indexOf(c) * weight;
      weight = weight * 3 % 31;
    }
    return body + CODE_CHARACTERS.charAt((31 - sum % 31) % 31);
  }

  private static String table(List<String> columns, Stream<List<String>> rows) {
    return Stream.concat(Stream.of(columns), rows)
        .map(row -> String.join(",", row) + "\n")
        .collect(Collectors.joining());
  }

  private static void entered(String register, String csv) {
    Import done =
        DISTRICT
            .records()
            .registers
            .run(
                new ImportRequest(
                    register,
                    register + ".csv",
                    csv.getBytes(StandardCharsets.UTF_8),
                    "",
                    ImportRequest.Mode.ALL_OR_NOTHING,
                    District.ADMIN));
    assertThat(done.rejects()).isEmpty();
  }
}
