package org.liuzheng.screens;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * A value as a page shows it.
 *
 * @param number with separators; empty when there is no value
 * @param unit as it stands behind the number
 * @param why there is no value; empty when there is one
 */
public record Shown(String number, String unit, String why) {
  private static final int GROUP = 3;

  static Shown of(Definition definition, Value value, Lang lang) {
    return switch (value) {
      case Value.Number n when isLight(definition) ->
          new Shown(Words.text("page.light." + colour(n)).in(lang), "", "");
      case Value.Number n ->
          new Shown(number(n.rounded(definition.decimals())), unit(definition.unit(), lang), "");
      case Value.None none -> new Shown("", "", none.why().in(lang));
    };
  }

  static boolean isLight(Definition definition) {
    return definition.made() instanceof Definition.Stepped s
        && s.step() instanceof Definition.Step.Light;
  }

  /** The colour of a light in a word; empty for what is no light or has no value. */
  static String light(Definition definition, Value value) {
    return isLight(definition) && value instanceof Value.Number n ? colour(n) : "";
  }

  private static String colour(Value.Number n) {
    return Definition.Step.Light.Colour.values()[n.rounded(0).intValueExact()]
        .name()
        .toLowerCase(Locale.ROOT);
  }

  public boolean none() {
    return number.isEmpty();
  }

  /** Number and unit as they stand in a sentence. */
  String words(Lang lang) {
    boolean tight = lang == Lang.ZH || unit.startsWith("%") || unit.isEmpty();
    return tight ? number + unit : number + " " + unit;
  }

  /** An English unit that is itself a number must not run into the number before it. */
  static String unit(Text unit, Lang lang) {
    String words = unit.in(lang);
    return !words.isEmpty() && Character.isDigit(words.charAt(0)) ? "\u00d7 " + words : words;
  }

  /** {@code a - b}, exact until it is rounded; 0 where one of them is missing. */
  static BigDecimal difference(Value a, Value b, int decimals) {
    return a instanceof Value.Number x && b instanceof Value.Number y
        ? x.numerator()
            .multiply(y.denominator())
            .subtract(y.numerator().multiply(x.denominator()))
            .divide(x.denominator().multiply(y.denominator()), decimals, RoundingMode.HALF_UP)
        : BigDecimal.ZERO;
  }

  static String number(BigDecimal number) {
    String plain = number.toPlainString();
    int start = plain.startsWith("-") ? 1 : 0;
    int point = plain.indexOf('.');
    StringBuilder grouped = new StringBuilder(plain);
    for (int at = (point < 0 ? plain.length() : point) - GROUP; at > start; at -= GROUP) {
      grouped.insert(at, ',');
    }
    return start == 0 ? grouped.toString() : grouped.replace(0, 1, "\u2212").toString();
  }

  static String number(long number) {
    return number(BigDecimal.valueOf(number));
  }
}
