package org.liuzheng.claim;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuzheng.claim.Claim.Among;
import org.liuzheng.claim.Claim.Requirement;
import org.liuzheng.claim.Given.Option;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Period;

/** Reads what the values of a claim must be like, by the options of its kind. */
final class MustReader {
  private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<|=)\\s*(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,10})?");
  private static final Pattern YEARS = Pattern.compile("[1-9]\\d?");

  private final Given given;
  private final Kind kind;
  private final Period period;
  private final Definition definition;
  private final FigureShelf figures;

  /**
   * @param period the period that is asked for
   */
  MustReader(Given given, Kind kind, Period period, Definition definition, FigureShelf figures) {
    this.given = given;
    this.kind = kind;
    this.period = period;
    this.definition = definition;
    this.figures = figures;
  }

  /** Empty when something is wrong. */
  Optional<Requirement> requirement() {
    return switch (kind) {
      case VAL, YOY, CNT, RATE, DIFFPP, MEAN, RED, STRK, RANK, FRAC, YEARS, EQUIV ->
          option("is").isPresent() ? compared() : Optional.of(new Requirement.AsWritten());
      case ALL ->
          option("is").filter(is -> !is.value().equals("none")).isPresent()
              ? compared()
              : column("worst").map(Requirement.NoException::new);
      case MAX, SUPERSUM, ZERO -> since();
      case ARGMAX, ONLY, FIRST -> Optional.of(new Requirement.Placed());
      case LIST -> listed();
      case ATT -> column("dated").map(Requirement.Attested::new);
      case PLAN -> planned();
      case LABEL -> Optional.of(new Requirement.Named());
    };
  }

  /** Empty when something is wrong; holding nothing where no part is meant. */
  Optional<Optional<Among>> among() {
    boolean wanted =
        switch (kind) {
          case ARGMAX, ONLY, FIRST -> true;
          case RANK -> option("among").isPresent() || option("at").isPresent();
          default -> false;
        };
    if (!wanted) {
      return Optional.of(Optional.empty());
    }
    Optional<Option> among = needed("among");
    Optional<Option> at = needed("at");
    return among.isPresent()
            && at.isPresent()
            && figures.known(among.get().value(), among.get().place(), definition)
        ? Optional.of(Optional.of(new Among(among.get().value(), at.get().value())))
        : Optional.empty();
  }

  /** Empty when something is wrong; an empty name where there is none. */
  Optional<String> base() {
    Optional<Option> base = kind == Kind.EQUIV ? option("base") : Optional.empty();
    if (base.filter(b -> figures.find(b.value()).isEmpty()).isPresent()) {
      Option wrong = base.get();
      wrong.place().flaw("claim.unknown_figure", wrong.value(), figures.nearest(wrong.value()));
      return Optional.empty();
    }
    return Optional.of(base.map(Option::value).orElse(""));
  }

  private Optional<Option> option(String key) {
    return Optional.ofNullable(given.options().get(key));
  }

  private Optional<Option> needed(String key) {
    Optional<Option> option = option(key);
    if (option.isEmpty()) {
      given.place().flaw("claim.kind_wants_option", kind.name(), key);
    }
    return option;
  }

  private Optional<Requirement> compared() {
    Option is = option("is").orElseThrow();
    if (is.value().equals("none")) {
      is.place().flaw("claim.none_wants_all", kind.name());
      return Optional.empty();
    }
    Matcher compared = COMPARED.matcher(is.value().strip());
    if (!compared.matches()) {
      is.place().flaw("claim.bad_is", is.value());
      return Optional.empty();
    }
    return Arrays.stream(Claim.Order.values())
        .filter(o -> o.sign().equals(compared.group(1)))
        .<Requirement>map(o -> new Requirement.Compared(o, new BigDecimal(compared.group(2))))
        .findFirst();
  }

  /** The column that an option names; an empty name where there is none. */
  private Optional<String> column(String key) {
    return option(key)
        .map(o -> Optional.of(o.value()).filter(c -> figures.known(c, o.place(), definition)))
        .orElse(Optional.of(""));
  }

  private Optional<Requirement> since() {
    Optional<Option> since = kind == Kind.MAX ? option("since") : needed("since");
    if (since.isEmpty()) {
      return kind == Kind.MAX
          ? Optional.of(new Requirement.Since(Optional.empty()))
          : Optional.empty();
    }
    Optional<Period> from =
        Period.parse(since.get().value())
            .filter(p -> p.kind() == period.kind() && p.compareTo(period) < 0);
    if (from.isEmpty()) {
      since.get().place().flaw("claim.bad_since", since.get().value(), period.toString());
    }
    return from.map(f -> new Requirement.Since(Optional.of(f)));
  }

  private Optional<Requirement> listed() {
    Optional<Option> among = needed("among");
    List<Option> are = given.lists().getOrDefault("are", List.of());
    List<Option> has = given.lists().getOrDefault("has", List.of());
    if (are.isEmpty() == has.isEmpty()) {
      given.place().flaw(are.isEmpty() ? "claim.list_wants_members" : "claim.list_wants_one");
      return Optional.empty();
    }
    List<Option> members = are.isEmpty() ? has : are;
    Set<String> seen = new HashSet<>();
    boolean once = true;
    for (Option member : members) {
      if (!seen.add(member.value())) {
        member.place().flaw("claim.list_twice", member.value());
        once = false;
      }
    }
    boolean exactly = has.isEmpty();
    boolean right = once;
    return among
        .filter(a -> figures.known(a.value(), a.place(), definition) && right)
        .map(a ->
            new Requirement.Listed(
                a.value(), members.stream().map(Option::value).toList(), exactly));
  }

  private Optional<Requirement> planned() {
    Optional<Option> years = needed("years");
    Optional<Option> target = option("target");
    boolean whole = matches(years, YEARS, "claim.bad_years");
    boolean number = matches(target, NUMBER, "claim.bad_target");
    return years
        .filter(y -> whole && number)
        .map(y ->
            new Requirement.Planned(
                Integer.parseInt(y.value()), target.map(t -> new BigDecimal(t.value()))));
  }

  private static boolean matches(Optional<Option> option, Pattern pattern, String key) {
    Optional<Option> wrong = option.filter(o -> !pattern.matcher(o.value()).matches());
    wrong.ifPresent(o -> o.place().flaw(key, o.value()));
    return wrong.isEmpty();
  }
}
