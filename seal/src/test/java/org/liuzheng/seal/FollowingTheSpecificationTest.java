package org.liuzheng.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worked example of docs/specs/log.md, which another program computed. */
class FollowingTheSpecificationTest {
  private static final Map<String, String> EXAMPLE = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    String page = Files.readString(Path.of("../docs/specs/log.md"));
    String example = page.substring(page.indexOf("## 7. Worked example"));
    example
        .substring(example.indexOf("```\n") + 4, example.lastIndexOf("```"))
        .lines()
        .forEach(line ->
            EXAMPLE.put(
                line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)));
  }

  @Test
  void the_entry_is_canonical_and_has_the_written_leaf() {
    byte[] data = Leaf.data(Hex.bytes(example("salt")), example("entry"));

    assertThat(CanonicalJson.text(Json.parse(example("entry")))).isEqualTo(example("entry"));
    assertThat(Hex.of(data)).isEqualTo(example("leaf data"));
    assertThat(Hex.of(TreeHash.leaf(data))).isEqualTo(example("leaf hash"));
  }

  @Test
  void the_private_value_has_the_written_digest() {
    assertThat(Hex.of(Leaf.privateDigest(new byte[Leaf.SALT_LENGTH], "13800000000")))
        .isEqualTo(example("digest"));
  }

  @Test
  void the_checkpoint_of_both_entries_has_the_written_root_and_signature() {
    String second =
        example("entry")
            .replace("\"seq\":0", "\"seq\":1")
            .replace("\u6c5f\u5317\u533a", "\u6148\u57ce\u9547");
    byte[] leaf = TreeHash.leaf(Leaf.data(Hex.bytes(example("salt")), second));
    byte[] root = TreeHash.root(List.of(Hex.bytes(example("leaf hash")), leaf));
    byte[] seed = new byte[32];
    for (byte i = 0; i < seed.length; i++) {
      seed[i] = i;
    }
    SignerKey key = new SignerKey("liuzheng.example/330205", seed);

    assertThat(Hex.of(leaf)).isEqualTo(example("leaf hash of the second entry"));
    assertThat(Hex.of(root)).isEqualTo(example("root of both"));
    assertThat(key.verifier().encoded()).isEqualTo(example("verifier key"));
    assertThat(new Checkpoint(key.name(), 2, root).signed(key).encoded())
        .endsWith("\n\n" + example("signature line") + "\n");
  }

  private static String example(String name) {
    return EXAMPLE.getOrDefault(name, "");
  }
}
