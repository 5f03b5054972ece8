package org.liuzheng.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Judgement;
import org.liuzheng.figure.Judgements;
import org.liuzheng.figure.Mask;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.page.Visitor;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.stereotype.Component;

/**
 * What a visitor sees of a figure whose records the visitor may not read. The value is public, the
 * single record is not: rows are masked, and what is made of too few records is withheld, together
 * with as much besides as it takes that the whole does not give it away. A register that only its
 * owner reads shows no rows at all. Units are offices, not persons; their values are not withheld.
 */
@Component
public class Disclosure {
  private static final String UNIT = "unit";

  private final Figures figures;
  private final Registers registers;
  private final Judgements judgements;

  Disclosure(Figures figures, Registers registers, Judgements judgements) {
    this.figures = figures;
    this.registers = registers;
    this.judgements = judgements;
  }

  /** What people judged of these lights, where the visitor may read it. */
  public Map<Ask, Judgement> judgements(Collection<Ask> asks, Visitor visitor) {
    Map<Ask, Judgement> open = new LinkedHashMap<>(judgements.of(asks));
    open.values().removeIf(j -> !readable(j.register(), visitor));
    return open;
  }

  /** A register behind what is asked that the visitor may not read; empty when all is open. */
  public Optional<Text> closed(Ask ask, Visitor visitor) {
    return behind(ask).filter(r -> !readable(r, visitor)).map(this::name).findFirst();
  }

  /** A register behind what is asked that shows the visitor no row, not even a masked one. */
  public Optional<Text> shut(Ask ask, Visitor visitor) {
    return behind(ask)
        .filter(r -> !readable(r, visitor))
        .filter(r ->
            registers.schema(r).filter(s -> s.access().read() != Schema.Reader.OWNER).isEmpty())
        .map(this::name)
        .findFirst();
  }

  /** Why a value is withheld that is asked of a part of the rows; empty when it may be told. */
  public Optional<Text> withheld(Ask ask, Visitor visitor) {
    if (ask.where().isEmpty() || closed(ask, visitor).isEmpty()) {
      return Optional.empty();
    }
    return ask.where().entrySet().stream()
        .filter(e -> isHidden(without(ask, e.getKey()), e.getKey(), e.getValue(), visitor))
        .findFirst()
        .map(e -> tooFew(least(ask)));
  }

  /** The parts; those that are withheld come last and say why they have no value. */
  public List<Figures.Part> breakdown(Ask ask, String column, Visitor visitor) {
    List<Figures.Part> parts = figures.breakdown(ask, column);
    if (closed(ask, visitor).isEmpty()) {
      return parts;
    }
    if (namesClosed(ask, column, visitor)) {
      return List.of();
    }
    Set<String> hidden = hidden(parts, least(ask));
    Value withheld = new Value.None(tooFew(least(ask)));
    return Stream.concat(
            parts.stream().filter(p -> !hidden.contains(p.key())),
            parts.stream()
                .map(Figures.Part::key)
                .filter(hidden::contains)
                .sorted()
                .map(key -> new Figures.Part(key, withheld)))
        .toList();
  }

  /** The parts by a column of which the visitor may know the value. */
  public Set<String> told(Ask ask, String column, Visitor visitor) {
    return breakdown(ask, column, visitor).stream()
        .filter(p -> p.value() instanceof Value.Number)
        .map(Figures.Part::key)
        .collect(Collectors.toSet());
  }

  /** The series, without the points that are withheld. */
  public List<Figures.Point> series(Ask ask, Period from, Visitor visitor) {
    List<Figures.Point> points = figures.series(ask, from);
    if (ask.where().isEmpty() || closed(ask, visitor).isEmpty()) {
      return points;
    }
    return points.stream()
        .map(p ->
            withheld(ask.in(p.period()), visitor)
                .map(why -> new Figures.Point(p.period(), new Value.None(why), p.definition()))
                .orElse(p))
        .toList();
  }

  /** The rows, masked where the visitor may not read the records. */
  public Figures.Rows rows(Ask ask, int page, int size, Visitor visitor) {
    return figures.rows(
        ask, page, size, closed(ask, visitor).isEmpty() ? Mask.NONE : mask(ask, visitor));
  }

  /** First with the records of open registers that rows name, then without any record. */
  private Mask mask(Ask ask, Visitor visitor) {
    Set<String> open = new LinkedHashSet<>(Set.of(UNIT));
    Set<String> common = new LinkedHashSet<>(Set.of(UNIT));
    figures
        .leaves(ask)
        .forEach(leaf -> {
          Map<String, String> links =
              leaf.made() instanceof Definition.Folded f ? f.links() : Map.of();
          leaf.by().stream().filter(c -> !links.containsKey(c)).forEach(common::add);
          links.forEach((column, register) -> {
            if (readable(register, visitor)) {
              open.add(column);
            }
          });
        });
    open.addAll(common);
    return new Mask(List.of(open, common), least(ask));
  }

  private boolean isHidden(Ask ask, String column, String key, Visitor visitor) {
    return namesClosed(ask, column, visitor)
        || hidden(figures.breakdown(ask, column), least(ask)).contains(key);
  }

  /** Whether the column names records that the visitor may not read. */
  private boolean namesClosed(Ask ask, String column, Visitor visitor) {
    return figures.leaves(ask).stream()
        .flatMap(leaf ->
            leaf.made() instanceof Definition.Folded f
                ? Stream.ofNullable(f.links().get(column))
                : Stream.<String>empty())
        .anyMatch(r -> !readable(r, visitor));
  }

  /**
   * The parts made of too few records, and the next larger ones until those that are withheld
   * together are at least two and of enough records.
   */
  static Set<String> hidden(List<Figures.Part> parts, int least) {
    List<Figures.Part> smallest =
        parts.stream()
            .filter(p -> rows(p) > 0)
            .sorted(Comparator.comparing(Disclosure::rows))
            .toList();
    Set<String> hidden = new LinkedHashSet<>();
    long together = 0;
    for (Figures.Part part : smallest) {
      boolean small = rows(part) < least;
      if (!small && (hidden.isEmpty() || (hidden.size() > 1 && together >= least))) {
        break;
      }
      hidden.add(part.key());
      together += rows(part);
    }
    return hidden;
  }

  private static long rows(Figures.Part part) {
    return part.value() instanceof Value.Number n ? n.rows() : 0;
  }

  private int least(Ask ask) {
    return figures.definition(ask).standards().leastRecords();
  }

  private static Text tooFew(int least) {
    return Words.text("people.too_few_records", least);
  }

  private static Ask without(Ask ask, String column) {
    Map<String, String> where = new LinkedHashMap<>(ask.where());
    where.remove(column);
    return new Ask(ask.figure(), ask.unit(), ask.period(), ask.when(), where, ask.definitions());
  }

  private Stream<String> behind(Ask ask) {
    List<String> all = new ArrayList<>();
    figures
        .leaves(ask)
        .forEach(leaf -> {
          if (leaf.made() instanceof Definition.Folded f) {
            all.addAll(f.registers());
          }
        });
    return all.stream().distinct();
  }

  private boolean readable(String register, Visitor visitor) {
    return registers.schema(register).filter(s -> Reading.allowed(s, visitor)).isPresent();
  }

  private Text name(String register) {
    return registers.schema(register).map(Schema::label).orElse(Text.same(register));
  }
}
