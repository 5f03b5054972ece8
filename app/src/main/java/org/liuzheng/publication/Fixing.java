package org.liuzheng.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Report;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.publication.Snapshot.Fixed;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;

/** Works out what a report says at a position: its claims, and the entries they rest on. */
final class Fixing {
  private static final int PAGE = 1_000;

  private final Claims claims;
  private final Figures figures;
  private final Registers registers;
  private final Ledger ledger;

  Fixing(Claims claims, Figures figures, Registers registers, Ledger ledger) {
    this.claims = claims;
    this.figures = figures;
    this.registers = registers;
    this.ledger = ledger;
  }

  /** A report's claims as they stand at a position, in each language of its text. */
  record Standing(SortedMap<Lang, List<Checked>> spoken) {

    /** The claims of the first language: all languages have the same. */
    List<Checked> once() {
      return spoken.firstEntry().getValue();
    }
  }

  /** Checks the report; everything else here is told of what came of it. */
  Standing standing(Report report, When when) {
    SortedMap<Lang, List<Checked>> spoken = new TreeMap<>();
    report.texts().keySet().forEach(lang -> spoken.put(lang, claims.check(report, lang, when)));
    return new Standing(spoken);
  }

  /** The report checked in its first language, for whoever needs no other. */
  List<Checked> once(Report report, When when) {
    return claims.check(report, new TreeSet<>(report.texts().keySet()).first(), when);
  }

  /** Every claim in every language, in the order of the text. */
  List<Fixed> claims(Standing standing) {
    Map<String, Fixed> fixed = new LinkedHashMap<>();
    for (Map.Entry<Lang, List<Checked>> in : standing.spoken().entrySet()) {
      Lang lang = in.getKey();
      String spoken = lang.name().toLowerCase(Locale.ROOT);
      for (Checked claim : in.getValue()) {
        Fixed before = fixed.get(claim.id());
        fixed.put(
            claim.id(),
            new Fixed(
                claim.id(),
                claim.verdict().name().toLowerCase(Locale.ROOT),
                with(before == null ? Map.of() : before.words(), spoken, claim.shown()),
                with(
                    before == null ? Map.of() : before.computed(),
                    spoken,
                    claim.computed().in(lang)),
                before == null ? values(claim) : before.values()));
      }
    }
    return List.copyOf(fixed.values());
  }

  private static Map<String, String> with(Map<String, String> texts, String name, String text) {
    Map<String, String> more = new TreeMap<>(texts);
    more.put(name, text);
    return more;
  }

  private List<String> values(Checked claim) {
    return asks(claim).stream().map(a -> line(a, figures.value(a))).distinct().toList();
  }

  static List<Ask> asks(Checked claim) {
    return claim.readings().stream().flatMap(r -> r.asks().stream()).distinct().toList();
  }

  private static String line(Ask ask, Value value) {
    String exact =
        switch (value) {
          case Value.Number n ->
              "%s/%s of %d"
                  .formatted(
                      n.numerator().stripTrailingZeros().toPlainString(),
                      n.denominator().stripTrailingZeros().toPlainString(),
                      n.rows());
          case Value.None none -> "none";
        };
    return "%s unit=%s period=%s on=%s %s = %s"
        .formatted(
            ask.figure(),
            ask.unit(),
            ask.period(),
            ask.when().on(),
            new TreeMap<>(ask.where()),
            exact);
  }

  /** The claims that rest on a value whose rows do not fold to it. */
  List<String> notFolding(Standing standing) {
    return standing.once().stream()
        .filter(c ->
            asks(c).stream()
                .anyMatch(a -> !figures.rows(a, 0, 1).refolded().equals(figures.value(a))))
        .map(Checked::id)
        .toList();
  }

  /**
   * Of the claims whose values are read from one of these registers, which of them. Registers whose
   * records are only named by such records do not matter: no value comes from them.
   */
  Map<String, Set<String>> resting(List<Checked> claims, Predicate<String> on) {
    Map<String, Set<String>> resting = new LinkedHashMap<>();
    for (Checked claim : claims) {
      Set<String> found = read(claim).filter(on).collect(Collectors.toCollection(TreeSet::new));
      if (!found.isEmpty()) {
        resting.put(claim.id(), found);
      }
    }
    return resting;
  }

  private Stream<String> read(Checked claim) {
    return asks(claim).stream()
        .flatMap(a -> figures.leaves(a).stream())
        .flatMap(
            d -> d.made() instanceof Definition.Folded f ? f.registers().stream() : Stream.empty());
  }

  /** The registers behind the claims, and those whose records these name. */
  Set<String> behind(Standing standing) {
    return behind(standing.once());
  }

  private Set<String> behind(List<Checked> checked) {
    Set<String> found = new TreeSet<>(Set.of(Figures.UNITS));
    for (Checked claim : checked) {
      read(claim).forEach(r -> add(r, found));
    }
    return found;
  }

  private void add(String register, Set<String> found) {
    if (found.add(register)) {
      registers.schema(register).stream()
          .map(Schema::fields)
          .flatMap(List::stream)
          .filter(f -> f.type() == FieldType.REFERENCE)
          .map(Field::refersTo)
          .forEach(to -> add(to, found));
    }
  }

  /** Of each of these registers, the seqs of its entries below a position. */
  Map<String, String> entries(Set<String> wanted, long below) {
    Map<String, Seqs> seqs = new TreeMap<>();
    wanted.forEach(r -> seqs.put(r, new Seqs()));
    for (long from = 0; from < below; from += PAGE) {
      for (Entry entry : ledger.entries(from, (int) Math.min(PAGE, below - from))) {
        Seqs own = seqs.get(entry.register());
        if (own != null) {
          own.add(entry.seq());
        }
      }
    }
    Map<String, String> texts = new TreeMap<>();
    seqs.forEach((register, own) -> texts.put(register, own.text()));
    return texts;
  }
}
