package org.liuzheng.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckingProofsOfOthersTest {
  private static final VerifierKey KEY =
      VerifierKey.parse(
          "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

  @Test
  void every_one_of_the_196_probes_gets_its_verdict() {
    List<Map<String, Object>> probes = SharedLog.probes();

    assertThat(probes)
        .hasSize(196)
        .allSatisfy(probe -> {
          Check check = verdict(probe);
          assertThat(check.isSound())
              .as("%s: %s", probe.get("path"), check)
              .isNotEqualTo((boolean) probe.get("wantErr"));
          assertThat(check.reason().isEmpty()).isEqualTo(check.isSound());
        });
    assertThat(probes.stream().filter(p -> verdict(p).isSound())).hasSize(12);
  }

  @Test
  void four_probes_turn_on_a_convention_and_no_others() {
    List<Object> turned =
        SharedLog.probes().stream()
            .filter(p -> p.get("kind").equals("consistency"))
            .filter(p -> verdict(p).isSound() != verdictUnderTheOtherConvention(p))
            .map(p -> p.get("desc"))
            .toList();

    assertThat(turned)
        .containsExactlyInAnyOrder(
            "size1 is zero and does not equal size2",
            "size1 is zero and size2 is not zero",
            "sizes are equal (zero) and proof is empty",
            "sizes are equal (one) and proof is empty");
  }

  @Test
  void the_log_of_15_entries_has_the_16_signed_roots() {
    Map<String, byte[]> files = SharedLog.log();
    List<byte[]> entries = EntryBundle.parse(files.get("log/tile/entries/000.p/15"));
    byte[] tile = files.get("log/tile/0/000.p/15");
    CompactRange tree = new CompactRange();

    assertThat(entries).hasSize(15);
    for (int size = 0; size <= entries.size(); size++) {
      String note = new String(files.get("log/checkpoint." + size), StandardCharsets.UTF_8);
      Checkpoint.Opened opened = Checkpoint.open(note, KEY);

      assertThat(opened).isInstanceOf(Checkpoint.Opened.Trusted.class);
      Checkpoint checkpoint = ((Checkpoint.Opened.Trusted) opened).checkpoint();
      assertThat(checkpoint.size()).isEqualTo(size);
      assertThat(checkpoint.root()).isEqualTo(tree.root());
      assertThat(SignedNote.parse(note).encoded()).isEqualTo(note);
      if (size < entries.size()) {
        tree.append(TreeHash.leaf(entries.get(size)));
      }
    }
    assertThat(EntryBundle.of(entries)).isEqualTo(files.get("log/tile/entries/000.p/15"));
    Nodes nodes = Tile.nodes((level, index) -> tile);
    assertThat(new Tile(0, 0, 15).hashes(nodes)).isEqualTo(tile);
    assertThat(nodes.range(0, 15)).isEqualTo(tree.root());
  }

  private static Check verdict(Map<String, Object> probe) {
    if (probe.get("kind").equals("inclusion")) {
      return new InclusionProof(whole(probe, "leafIdx"), whole(probe, "treeSize"), path(probe))
          .verify(bytes(probe, "leafHash"), bytes(probe, "root"));
    }
    return new ConsistencyProof(whole(probe, "size1"), whole(probe, "size2"), path(probe))
        .verify(bytes(probe, "root1"), bytes(probe, "root2"));
  }

  /** The empty tree is a prefix of every tree; and a root must be 32 bytes long. */
  private static boolean verdictUnderTheOtherConvention(Map<String, Object> probe) {
    long from = whole(probe, "size1");
    boolean sameWhereEqual =
        from != whole(probe, "size2")
            || Base64.getEncoder().encodeToString(bytes(probe, "root1")).equals(probe.get("root2"));
    if (from == 0) {
      return path(probe).isEmpty() && sameWhereEqual;
    }
    return verdict(probe).isSound() && bytes(probe, "root1").length == TreeHash.LENGTH;
  }

  /** A number beyond long, which one probe has, is beyond every tree. */
  private static long whole(Map<String, Object> probe, String name) {
    return ((Number) probe.get(name)).longValue();
  }

  private static byte[] bytes(Map<String, Object> probe, String name) {
    return Base64.getDecoder().decode((String) probe.get(name));
  }

  private static List<byte[]> path(Map<String, Object> probe) {
    List<byte[]> path = new ArrayList<>();
    if (probe.get("proof") instanceof List<?> hashes) {
      hashes.forEach(hash -> path.add(Base64.getDecoder().decode((String) hash)));
    }
    return path;
  }
}
