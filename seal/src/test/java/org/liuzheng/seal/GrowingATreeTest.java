package org.liuzheng.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrowingATreeTest {
  private static final int[] SIZES = {1, 2, 3, 5, 8, 9, 31, 255, 256, 257, 300, 700};

  @Test
  void the_roots_over_rfc_6962_s_eight_inputs_are_the_published_ones() {
    List<String> inputs =
        List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    List<String> roots =
        List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    CompactRange tree = new CompactRange();

    for (int size = 0; size < roots.size(); size++) {
      assertThat(Hex.of(tree.root())).isEqualTo(roots.get(size));
      if (size < inputs.size()) {
        tree.append(TreeHash.leaf(Hex.bytes(inputs.get(size))));
      }
    }
  }

  @Test
  void in_a_random_tree_every_proof_holds_and_no_altered_one_does() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int size : SIZES) {
      Tree tree = new Tree(random, size);
      for (int i = 0; i < 20; i++) {
        includes(tree, random.nextInt(size), random);
        grows(tree, 1 + random.nextInt(size), random);
      }
    }
  }

  @Test
  void a_tree_continued_from_its_nodes_is_the_tree() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Tree tree = new Tree(new Random(seed), 700);
    for (int from : SIZES) {
      CompactRange continued = CompactRange.at(from, tree);
      tree.leaves.subList(from, 700).forEach(continued::append);

      assertThat(continued.root()).isEqualTo(tree.range(0, 700));
      assertThat(continued.size()).isEqualTo(700);
    }
  }

  @Test
  void the_tiles_alone_give_every_subtree() {
    Tree tree = new Tree(new Random(1), 700);
    Map<String, byte[]> served = new HashMap<>();
    for (Tile tile : Tile.of(700)) {
      served.put(tile.level() + "/" + tile.index(), tile.hashes(tree));
    }
    Nodes nodes = Tile.nodes((level, index) -> served.get(level + "/" + index));

    assertThat(served).hasSize(4);
    assertThat(nodes.range(0, 700)).isEqualTo(tree.range(0, 700));
    for (int leaf = 0; leaf < 700; leaf += 37) {
      assertThat(
              InclusionProof.of(leaf, 700, nodes)
                  .verify(tree.leaves.get(leaf), tree.range(0, 700))
                  .isSound())
          .isTrue();
    }
  }

  private static void includes(Tree tree, int leaf, Random random) {
    int size = tree.leaves.size();
    byte[] root = TreeHash.root(tree.leaves);
    InclusionProof proof = InclusionProof.of(leaf, size, tree);

    assertThat(proof.verify(tree.leaves.get(leaf), root)).isEqualTo(Check.sound());
    assertThat(proof.verify(altered(tree.leaves.get(leaf), random), root).reason()).isNotEmpty();
    assertThat(proof.verify(tree.leaves.get(leaf), altered(root, random)).reason()).isNotEmpty();
    for (List<byte[]> wrong : alterations(proof.path(), random)) {
      assertThat(new InclusionProof(leaf, size, wrong).verify(tree.leaves.get(leaf), root).reason())
          .isNotEmpty();
    }
  }

  private static void grows(Tree tree, int from, Random random) {
    int size = tree.leaves.size();
    byte[] old = TreeHash.root(tree.leaves.subList(0, from));
    byte[] root = TreeHash.root(tree.leaves);
    ConsistencyProof proof = ConsistencyProof.of(from, size, tree);

    assertThat(proof.verify(old, root)).isEqualTo(Check.sound());
    assertThat(proof.verify(altered(old, random), root).reason()).isNotEmpty();
    assertThat(proof.verify(old, altered(root, random)).reason()).isNotEmpty();
    for (List<byte[]> wrong : alterations(proof.path(), random)) {
      assertThat(new ConsistencyProof(from, size, wrong).verify(old, root).reason()).isNotEmpty();
    }
  }

  private static List<List<byte[]>> alterations(List<byte[]> path, Random random) {
    List<List<byte[]>> alterations = new ArrayList<>();
    List<byte[]> longer = new ArrayList<>(path);
    longer.add(random.nextInt(path.size() + 1), new byte[TreeHash.LENGTH]);
    alterations.add(longer);
    if (!path.isEmpty()) {
      int at = random.nextInt(path.size());
      List<byte[]> shorter = new ArrayList<>(path);
      shorter.remove(at);
      alterations.add(shorter);
      List<byte[]> flipped = new ArrayList<>(path);
      flipped.set(at, altered(path.get(at), random));
      alterations.add(flipped);
    }
    return alterations;
  }

  private static byte[] altered(byte[] bytes, Random random) {
    byte[] altered = bytes.clone();
    altered[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return altered;
  }

  /** A tree whose nodes are computed from the definition, not by the code under test. */
  private static final class Tree implements Nodes {
    final List<byte[]> leaves = new ArrayList<>();

    Tree(Random random, int size) {
      for (int i = 0; i < size; i++) {
        byte[] leaf = new byte[TreeHash.LENGTH];
        random.nextBytes(leaf);
        leaves.add(leaf);
      }
    }

    @Override
    public byte[] node(int level, long index) {
      return level == 0
          ? leaves.get((int) index)
          : TreeHash.node(node(level - 1, index * 2), node(level - 1, index * 2 + 1));
    }
  }
}
