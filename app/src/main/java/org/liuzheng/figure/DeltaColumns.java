package org.liuzheng.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Deltas of one unit of a figure as columns of numbers, which take a tenth of the room of objects.
 * Numerators and denominators are whole multiples of 10 to the minus {@link #scale}, which becomes
 * greater with what is added. What does not fit throws {@link ArithmeticException}. Not
 * thread-safe.
 */
final class DeltaColumns {
  private static final int FIRST = 16;
  private static final long[] POWERS =
      IntStream.rangeClosed(0, 18).mapToLong(i -> BigDecimal.TEN.pow(i).longValueExact()).toArray();

  private int size;
  private int scale;
  private int[] day = {};
  private int[] valid = {};
  private long[] position = {};
  private long[] rows = {};
  private long[] numerator = {};
  private long[] denominator = {};

  /** Empty as long as every key is. */
  private String[] key = {};

  DeltaColumns() {
    this(0);
  }

  /**
   * @param decimals the least that its numbers have
   */
  DeltaColumns(int decimals) {
    this.scale = decimals;
  }

  void add(Delta d) {
    int own = scale(d);
    adding(own)
        .take(
            Math.toIntExact(d.day().toEpochDay()),
            Math.toIntExact(d.validFrom().toEpochDay()),
            d.position(),
            d.rows(),
            whole(d.numerator(), own),
            whole(d.denominator(), own),
            d.key());
  }

  /** Adds what it is given, with numbers that have so many decimals. */
  PageBody.Taker adding(int decimals) {
    return (itsDay, itsValid, itsPosition, itsRows, itsNumerator, itsDenominator, itsKey) -> {
      if (decimals > scale) {
        rescale(decimals);
      }
      long factor = power(scale - decimals);
      long wholeNumerator = Math.multiplyExact(itsNumerator, factor);
      long wholeDenominator = Math.multiplyExact(itsDenominator, factor);
      makeRoom();
      day[size] = itsDay;
      valid[size] = itsValid;
      position[size] = itsPosition;
      rows[size] = itsRows;
      numerator[size] = wholeNumerator;
      denominator[size] = wholeDenominator;
      if (key.length > 0 || !itsKey.isEmpty()) {
        keyed(itsKey);
      }
      size++;
    };
  }

  private static long power(int exponent) {
    if (exponent >= POWERS.length) {
      throw new ArithmeticException(exponent + " decimals");
    }
    return POWERS[exponent];
  }

  private void rescale(int decimals) {
    long factor = power(decimals - scale);
    for (int i = 0; i < size; i++) {
      numerator[i] = Math.multiplyExact(numerator[i], factor);
      denominator[i] = Math.multiplyExact(denominator[i], factor);
    }
    scale = decimals;
  }

  private void makeRoom() {
    if (size == day.length) {
      int room = Math.max(FIRST, size + size / 2);
      day = Arrays.copyOf(day, room);
      valid = Arrays.copyOf(valid, room);
      position = Arrays.copyOf(position, room);
      rows = Arrays.copyOf(rows, room);
      numerator = Arrays.copyOf(numerator, room);
      denominator = Arrays.copyOf(denominator, room);
    }
  }

  private void keyed(String itsKey) {
    if (key.length < day.length) {
      int before = key.length;
      key = Arrays.copyOf(key, day.length);
      Arrays.fill(key, before, key.length, "");
    }
    key[size] = itsKey;
  }

  /** The decimals that a delta's numbers need. */
  static int scale(Delta d) {
    return Math.max(
        0,
        Math.max(
            d.numerator().stripTrailingZeros().scale(),
            d.denominator().stripTrailingZeros().scale()));
  }

  /** As a multiple of 10 to the minus scale. */
  static long whole(BigDecimal number, int scale) {
    return number.signum() == 0 ? 0 : number.setScale(scale).unscaledValue().longValueExact();
  }

  int size() {
    return size;
  }

  int scale() {
    return scale;
  }

  int day(int i) {
    return day[i];
  }

  int valid(int i) {
    return valid[i];
  }

  long position(int i) {
    return position[i];
  }

  long rows(int i) {
    return rows[i];
  }

  long numerator(int i) {
    return numerator[i];
  }

  long denominator(int i) {
    return denominator[i];
  }

  String key(int i) {
    return key.length > 0 ? key[i] : "";
  }

  boolean keyed() {
    return key.length > 0;
  }

  Delta delta(int i, int figure, String unit) {
    return new Delta(
        figure,
        unit,
        key(i),
        LocalDate.ofEpochDay(day[i]),
        LocalDate.ofEpochDay(valid[i]),
        position[i],
        rows[i],
        BigDecimal.valueOf(numerator[i], scale),
        BigDecimal.valueOf(denominator[i], scale));
  }

  /** Whether all numerators and denominators are multiples of a number. */
  boolean divisible(int from, int to, long by) {
    for (int i = from; i < to; i++) {
      if (numerator[i] % by != 0 || denominator[i] % by != 0) {
        return false;
      }
    }
    return true;
  }

  /** Puts them in order of day, validity, position and key. */
  void sort() {
    Comparator<Integer> order = this::compare;
    if (IntStream.range(1, size).allMatch(i -> compare(i - 1, i) <= 0)) {
      return;
    }
    int[] from =
        IntStream.range(0, size).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    day = IntStream.of(from).map(i -> day[i]).toArray();
    valid = IntStream.of(from).map(i -> valid[i]).toArray();
    position = IntStream.of(from).mapToLong(i -> position[i]).toArray();
    rows = IntStream.of(from).mapToLong(i -> rows[i]).toArray();
    numerator = IntStream.of(from).mapToLong(i -> numerator[i]).toArray();
    denominator = IntStream.of(from).mapToLong(i -> denominator[i]).toArray();
    if (key.length > 0) {
      key = IntStream.of(from).mapToObj(i -> key[i]).toArray(String[]::new);
    }
  }

  private int compare(int i, int j) {
    if (day[i] != day[j]) {
      return Integer.compare(day[i], day[j]);
    }
    if (valid[i] != valid[j]) {
      return Integer.compare(valid[i], valid[j]);
    }
    return position[i] != position[j]
        ? Long.compare(position[i], position[j])
        : key(i).compareTo(key(j));
  }
}
