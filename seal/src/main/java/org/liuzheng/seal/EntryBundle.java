package org.liuzheng.seal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entry bundle of C2SP tlog-tiles: each entry after its length in two bytes, big-endian. */
public final class EntryBundle {
  private static final int LONGEST = 0xffff;

  private EntryBundle() {}

  public static byte[] of(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > LONGEST) {
        throw new IllegalArgumentException("an entry of %d bytes".formatted(entry.length));
      }
      out.write(entry.length >> 8);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  public static List<byte[]> parse(byte[] bundle) {
    List<byte[]> entries = new ArrayList<>();
    int at = 0;
    while (at < bundle.length) {
      int from = at + 2;
      int length = from <= bundle.length ? (bundle[at] & 0xff) << 8 | (bundle[at + 1] & 0xff) : 0;
      if (from > bundle.length || from + length > bundle.length) {
        throw new NotInFormat("the bundle ends inside entry %d", entries.size());
      }
      entries.add(Arrays.copyOfRange(bundle, from, from + length));
      at = from + length;
    }
    return entries;
  }
}
