package org.liuzheng.figure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
  private static final int ROOM_EACH = 12;
  private static final int LONGEST = 10;

  private byte[] bytes;
  private int at;

  private PageBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Is given a delta; its numerator and denominator are multiples of 10 to the minus scale. */
  interface Taker {
    void take(
        int day, int valid, long position, long rows, long numerator, long denominator, String key);
  }

  /** The body of some deltas that stand in order; with as few decimals as they need. */
  static byte[] of(DeltaColumns sorted, int from, int to) {
    int scale = sorted.scale();
    long divisor = 1;
    while (scale > 0 && sorted.divisible(from, to, divisor * 10)) {
      divisor *= 10;
      scale--;
    }
    Map<String, Integer> keys = new LinkedHashMap<>();
    if (sorted.keyed()) {
      IntStream.range(from, to).forEach(i -> keys.putIfAbsent(sorted.key(i), keys.size()));
    }
    PageBody page = new PageBody(new byte[(to - from) * ROOM_EACH]);
    page.write(VERSION);
    page.write(scale);
    page.write(to - from);
    page.write(keys.size());
    keys.keySet().forEach(page::writeText);
    for (int i = from; i < to; i++) {
      boolean first = i == from;
      page.writeSigned(sorted.day(i) - (first ? 0 : sorted.day(i - 1)));
      page.writeSigned(sorted.valid(i) - (first ? 0 : sorted.valid(i - 1)));
      page.writeSigned(sorted.position(i) - (first ? 0 : sorted.position(i - 1)));
      page.writeSigned(sorted.rows(i));
      page.writeSigned(sorted.numerator(i) / divisor);
      page.writeSigned(sorted.denominator(i) / divisor);
      if (!keys.isEmpty()) {
        page.write(keys.getOrDefault(sorted.key(i), 0));
      }
    }
    return Arrays.copyOf(page.bytes, page.at);
  }

  private void writeText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    write(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
    at += utf8.length;
  }

  private void writeSigned(long number) {
    write((number << 1) ^ (number >> (Long.SIZE - 1)));
  }

  private void write(long number) {
    room(LONGEST);
    long left = number;
    while ((left & ~(long) SEVEN_BITS) != 0) {
      bytes[at++] = (byte) (left & SEVEN_BITS | MORE);
      left >>>= 7;
    }
    bytes[at++] = (byte) left;
  }

  private void room(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
    }
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
