package org.liuzheng.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tile of C2SP tlog-tiles: {@code width} consecutive hashes of the tree at height 8 × level.
 *
 * @param level 0 to 63; {@link #ENTRIES} for a bundle of entries
 * @param width 256, or 1 to 255 when partial
 */
public record Tile(int level, long index, int width) {
  public static final int FULL = 256;
  public static final int HEIGHT = 8;
  public static final int ENTRIES = -1;
  private static final int HIGHEST = 63;

  private static final Pattern PATH =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public Tile {
    if (level < ENTRIES || level > HIGHEST || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "no tile has level %d, index %d, width %d".formatted(level, index, width));
    }
  }

  /** The tiles of hashes, partial ones last in their level, that a tree of this size has. */
  public static List<Tile> of(long size) {
    List<Tile> tiles = new ArrayList<>();
    for (int level = 0; level < Long.BYTES && size >> (HEIGHT * level) > 0; level++) {
      long hashes = size >> (HEIGHT * level);
      for (long index = 0; index < hashes / FULL; index++) {
        tiles.add(new Tile(level, index, FULL));
      }
      if (hashes % FULL > 0) {
        tiles.add(new Tile(level, hashes / FULL, (int) (hashes % FULL)));
      }
    }
    return tiles;
  }

  /** The tile under {@code tile/<L>/<N>[.p/<W>]} or {@code tile/entries/<N>[.p/<W>]}. */
  public static Tile parse(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      throw new NotInFormat("not a tile path: %s", path);
    }
    String named = String.valueOf(parts.group(1));
    int level = named.equals("entries") ? ENTRIES : Integer.parseInt(named);
    String digits = String.valueOf(parts.group(2)).replaceAll("[x/]", "");
    long index = digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    String partial = parts.group(3);
    int width = partial == null ? FULL : Integer.parseInt(partial);
    if (level > HIGHEST || (partial != null && width >= FULL) || digits.length() > 18) {
      throw new NotInFormat("no tile can be at %s", path);
    }
    Tile tile = new Tile(level, index, width);
    if (!tile.path().equals(path)) {
      throw new NotInFormat("the tile's path is %s, not %s", tile.path(), path);
    }
    return tile;
  }

  public String path() {
    String n = "%03d".formatted(index % 1000);
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      n = "x%03d/".formatted(rest % 1000) + n;
    }
    String where = level == ENTRIES ? "entries" : String.valueOf(level);
    return "tile/" + where + "/" + n + (width == FULL ? "" : ".p/" + width);
  }

  /** Whether a tree of this size has all of the tile's hashes (or entries). */
  public boolean within(long size) {
    int height = HEIGHT * Math.max(level, 0);
    long hashes = height < Long.SIZE - 1 ? size >> height : 0;
    return index <= hashes / FULL && index * FULL + width <= hashes;
  }

  /** The tile's bytes. */
  public byte[] hashes(Nodes nodes) {
    byte[] bytes = new byte[width * TreeHash.LENGTH];
    for (int i = 0; i < width; i++) {
      byte[] hash = nodes.node(HEIGHT * level, index * FULL + i);
      System.arraycopy(hash, 0, bytes, i * TreeHash.LENGTH, TreeHash.LENGTH);
    }
    return bytes;
  }

  /** The subtree root at {@code height} above this tile's hashes, from the tile's bytes. */
  static byte[] inside(byte[] tile, int height, int position) {
    if (height == 0) {
      int from = position * TreeHash.LENGTH;
      if (from + TreeHash.LENGTH > tile.length) {
        throw new NotInFormat("the tile has no hash %d", position);
      }
      return java.util.Arrays.copyOfRange(tile, from, from + TreeHash.LENGTH);
    }
    return TreeHash.node(
        inside(tile, height - 1, position * 2), inside(tile, height - 1, position * 2 + 1));
  }

  /** Where a client of a log finds tiles. */
  @FunctionalInterface
  public interface Store {
    /** The bytes of the tile, full or as wide as the tree has it. */
    byte[] tile(int level, long index);
  }

  /** The subtree hashes that lie in these tiles or between them. */
  public static Nodes nodes(Store store) {
    return (level, index) -> {
      int height = level % HEIGHT;
      int perTile = FULL >> height;
      return inside(store.tile(level / HEIGHT, index / perTile), height, (int) (index % perTile));
    };
  }
}
