package org.liuzheng.seal;

import java.util.HexFormat;

/** Lower-case hexadecimal, both ways. */
public final class Hex {
  private static final HexFormat FORMAT = HexFormat.of();

  private Hex() {}

  public static String of(byte[] bytes) {
    return FORMAT.formatHex(bytes);
  }

  /** The bytes; only lower-case digits, so that a hash has one spelling. */
  public static byte[] bytes(String hex) {
    for (int i = 0; i < hex.length(); i++) {
      char c = hex.charAt(i);
      if ("0123456789abcdef".indexOf(c) < 0) {
        throw new NotInFormat("not lower-case hexadecimal: %s", hex);
      }
    }
    if (hex.length() % 2 != 0) {
      throw new NotInFormat("an odd number of hexadecimal digits: %s", hex);
    }
    return FORMAT.parseHex(hex);
  }
}
