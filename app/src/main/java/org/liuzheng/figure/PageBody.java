package org.liuzheng.figure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of a page of deltas, sorted by day: each number as its difference to the one before, in
 * as few bytes as it needs. A delta takes seven to ten.
 *
 * <p>Version, scale, number of deltas, number of keys and the keys, then for each delta: day,
 * validity, position, rows, numerator, denominator, and its key when there are any. Whole numbers
 * have seven bits to a byte, the lowest first; one that can be negative alternates 0, −1, 1, −2 …
 */
final class PageBody {
  private static final int VERSION = 1;
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;

  private final byte[] bytes;
  private int at;

  private PageBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Is given a delta; its numerator and denominator are multiples of 10 to the minus scale. */
  interface Taker {
    void take(
        int day, int valid, long position, long rows, long numerator, long denominator, String key);
  }

  /** Throws {@link ArithmeticException} when a number does not fit. */
  static byte[] of(List<Delta> sorted) {
    int scale = sorted.stream().mapToInt(DeltaColumns::scale).max().orElse(0);
    Map<String, Integer> keys = new LinkedHashMap<>();
    sorted.forEach(d -> keys.putIfAbsent(d.key(), keys.size()));
    boolean keyed = keys.size() > 1 || !keys.containsKey("");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, VERSION);
    write(out, scale);
    write(out, sorted.size());
    write(out, keyed ? keys.size() : 0);
    if (keyed) {
      keys.keySet()
          .forEach(k -> {
            byte[] text = k.getBytes(StandardCharsets.UTF_8);
            write(out, text.length);
            out.writeBytes(text);
          });
    }
    long day = 0;
    long valid = 0;
    long position = 0;
    for (Delta d : sorted) {
      writeSigned(out, d.day().toEpochDay() - day);
      writeSigned(out, d.validFrom().toEpochDay() - valid);
      writeSigned(out, d.position() - position);
      writeSigned(out, d.rows());
      writeSigned(out, DeltaColumns.whole(d.numerator(), scale));
      writeSigned(out, DeltaColumns.whole(d.denominator(), scale));
      if (keyed) {
        write(out, keys.getOrDefault(d.key(), 0));
      }
      day = d.day().toEpochDay();
      valid = d.validFrom().toEpochDay();
      position = d.position();
    }
    return out.toByteArray();
  }

  private static void writeSigned(ByteArrayOutputStream out, long number) {
    write(out, (number << 1) ^ (number >> (Long.SIZE - 1)));
  }

  private static void write(ByteArrayOutputStream out, long number) {
    long left = number;
    while ((left & ~(long) SEVEN_BITS) != 0) {
      out.write((int) (left & SEVEN_BITS) | MORE);
      left >>>= 7;
    }
    out.write((int) left);
  }

  static int scale(byte[] body) {
    PageBody page = new PageBody(body);
    page.version();
    return (int) page.read();
  }

  /** Gives every delta, in order of day, validity and position. */
  static void each(byte[] body, Taker taker) {
    new PageBody(body).each(taker);
  }

  private void each(Taker taker) {
    version();
    read();
    int size = (int) read();
    List<String> keys = keys();
    int day = 0;
    int valid = 0;
    long position = 0;
    for (int i = 0; i < size; i++) {
      day += (int) readSigned();
      valid += (int) readSigned();
      position += readSigned();
      taker.take(
          day,
          valid,
          position,
          readSigned(),
          readSigned(),
          readSigned(),
          keys.isEmpty() ? "" : keys.get((int) read()));
    }
  }

  private void version() {
    long version = read();
    if (version != VERSION) {
      throw new IllegalStateException("a page of version " + version);
    }
  }

  private List<String> keys() {
    int many = (int) read();
    List<String> keys = new ArrayList<>(many);
    for (int i = 0; i < many; i++) {
      int length = (int) read();
      keys.add(new String(bytes, at, length, StandardCharsets.UTF_8));
      at += length;
    }
    return keys;
  }

  private long readSigned() {
    long number = read();
    return (number >>> 1) ^ -(number & 1);
  }

  private long read() {
    byte first = bytes[at++];
    if (first >= 0) {
      return first;
    }
    long number = first & SEVEN_BITS;
    for (int shift = 7; ; shift += 7) {
      byte next = bytes[at++];
      number |= (long) (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
