package org.liuzheng.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.seal.Nodes;
import org.liuzheng.seal.Tile;
import org.liuzheng.seal.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code tile}, which holds full tiles only. The hashes of a partial tile are the leaf
 * hashes of the newest entries, or the roots of the newest full tiles one level below.
 */
final class Tiles {
  private static final String INSERT =
      """
      insert into tile (level, index, root, hashes)
      select level, index, root, hashes
      from unnest(cast(:level as int[]), cast(:index as bigint[]), cast(:root as bytea[]),
                  cast(:hashes as bytea[])) as filled (level, index, root, hashes)
      """;
  private static final String ONE =
      """
      select hashes from tile where level = :level and index = :index
      """;
  private static final String ROOTS =
      """
      select root from tile where level = :level and index >= :from and index < :to order by index
      """;
  private static final String FROM =
      """
      select level, index, root, hashes from tile
      where level = :level and index >= :from order by index limit :limit
      """;
  private static final String COUNTS =
      """
      select level, count(*) as tiles from tile group by level order by level
      """;

  private static final int TILES_KEPT = 256;
  private static final int NODES_KEPT = 16_384;

  private final JdbcClient jdbc;
  private final Entries entries;

  Tiles(JdbcClient jdbc, Entries entries) {
    this.jdbc = jdbc;
    this.entries = entries;
  }

  void insert(List<Tree.FullTile> filled) {
    if (!filled.isEmpty()) {
      jdbc.sql(INSERT)
          .param("level", filled.stream().map(Tree.FullTile::level).toArray(Integer[]::new))
          .param("index", filled.stream().map(Tree.FullTile::index).toArray(Long[]::new))
          .param("root", filled.stream().map(Tree.FullTile::root).toArray(byte[][]::new))
          .param("hashes", filled.stream().map(Tree.FullTile::hashes).toArray(byte[][]::new))
          .update();
    }
  }

  /** The tiles of one level from an index on, at most {@code limit}. */
  List<Tree.FullTile> from(int level, long index, int limit) {
    return jdbc.sql(FROM)
        .param("level", level)
        .param("from", index)
        .param("limit", limit)
        .query((row, n) ->
            new Tree.FullTile(
                row.getInt("level"),
                row.getLong("index"),
                row.getBytes("root"),
                row.getBytes("hashes")))
        .list();
  }

  /** How many tiles each level holds. */
  Map<Integer, Long> counts() {
    Map<Integer, Long> counts = new HashMap<>();
    jdbc.sql(COUNTS)
        .query(row -> {
          counts.put(row.getInt("level"), row.getLong("tiles"));
        });
    return counts;
  }

  /** The first {@code width} hashes of a tile, which the committed tree must have. */
  byte[] hashes(int level, long index, int width) {
    Optional<byte[]> full =
        jdbc.sql(ONE)
            .param("level", level)
            .param("index", index)
            .query((row, n) -> row.getBytes("hashes"))
            .optional();
    if (full.isPresent()) {
      return Arrays.copyOf(full.get(), width * TreeHash.LENGTH);
    }
    long from = index * Tile.FULL;
    List<byte[]> hashes = new ArrayList<>();
    if (level == 0) {
      entries.leafData(from, from + width).forEach(data -> hashes.add(TreeHash.leaf(data)));
    } else {
      hashes.addAll(
          jdbc.sql(ROOTS)
              .param("level", level - 1)
              .param("from", from)
              .param("to", from + width)
              .query((row, n) -> row.getBytes("root"))
              .list());
    }
    return Tree.joined(hashes);
  }

  /**
   * The subtrees of the tree at {@code size}. What was read or hashed last is kept, so that proofs
   * of neighbours cost little, and no more, so that a whole ledger's proofs fit into memory.
   */
  Nodes nodes(long size) {
    Map<String, byte[]> tiles = recent(TILES_KEPT);
    Nodes read =
        Tile.nodes((level, index) -> {
          long hashes = size >> (Tile.HEIGHT * level);
          int width = (int) Math.min(Tile.FULL, hashes - index * Tile.FULL);
          return tiles.computeIfAbsent(level + "/" + index, key -> hashes(level, index, width));
        });
    Map<String, byte[]> nodes = recent(NODES_KEPT);
    return (level, index) ->
        nodes.computeIfAbsent(level + "/" + index, key -> read.node(level, index));
  }

  private static Map<String, byte[]> recent(int kept) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
        return size() > kept;
      }
    };
  }
}
