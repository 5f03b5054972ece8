package org.liuzheng.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningCheckpointsTest {
  private static final SignerKey LOG = new SignerKey("liuzheng.example/330205", seed(1));
  private static final SignerKey WITNESS = new SignerKey("witness.example/w1", seed(2));
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("liuzheng.example/330205", 7, TreeHash.leaf(new byte[] {7}));

  @Test
  void the_key_of_rfc_8032_signs_as_published() {
    byte[] seed = Hex.bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    SignerKey key = new SignerKey("rfc8032", seed);

    assertThat(Hex.of(key.verifier().publicKey()))
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    assertThat(Hex.of(Ed25519.sign(seed, new byte[0])))
        .startsWith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb88215")
        .hasSize(128);
  }

  @Test
  void keys_are_read_as_they_are_written() {
    assertThat(VerifierKey.parse(LOG.verifier().encoded()).encoded())
        .isEqualTo(LOG.verifier().encoded());
    assertThat(SignerKey.parse(LOG.encoded()).encoded()).isEqualTo(LOG.encoded());
    assertThat(LOG.encoded()).startsWith("PRIVATE+KEY+liuzheng.example/330205+");
    assertThat(LOG.toString()).doesNotContain(Hex.of(seed(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a+b",
        "example.com/log/testdata+33d7b497+" + "AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx",
        "a+00000000+AQ==",
        "a+00000000+!!",
        "a b+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
      })
  void what_is_no_key_is_refused(String vkey) {
    assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(NotInFormat.class);
  }

  @Test
  void a_checkpoint_is_trusted_through_its_log_s_key() {
    String note = CHECKPOINT.signed(LOG).encoded();

    assertThat(note).startsWith("liuzheng.example/330205\n7\n").contains("\n\n\u2014 liuzheng");
    assertThat(trusted(note).root()).isEqualTo(CHECKPOINT.root());
  }

  @Test
  void other_signatures_ride_along_and_are_ignored() {
    SignedNote note =
        CHECKPOINT.signed(WITNESS, LOG).with(new NoteSignature(LOG.name(), 12345, new byte[] {1}));

    assertThat(trusted(note.encoded()).size()).isEqualTo(7);
    assertThat(SignedNote.parse(note.encoded()).signatures()).hasSize(3);
    assertThat(note.verify(WITNESS.verifier()).isSound()).isTrue();
    assertThat(note.verify(LOG.verifier(), WITNESS.verifier()).isSound()).isTrue();
  }

  @Test
  void a_wrong_signature_of_a_known_key_spoils_the_note() {
    NoteSignature stolen = LOG.sign("something else\n");
    SignedNote note = CHECKPOINT.signed(LOG).with(stolen);

    assertThat(refusal(note.encoded())).contains("is wrong");
  }

  @Test
  void no_character_of_a_signed_note_can_be_changed() {
    String note = CHECKPOINT.signed(LOG).encoded();
    for (int i = 0; i < note.length(); i++) {
      char c = note.charAt(i);
      String changed = note.substring(0, i) + (c == 'x' ? 'y' : 'x') + note.substring(i + 1);

      assertThat(refusal(changed)).as("character %d", i).isNotEmpty();
    }
  }

  @Test
  void a_note_signed_by_nobody_known_says_who_signed_it() {
    assertThat(refusal(CHECKPOINT.signed(WITNESS).encoded())).contains("witness.example/w1");
  }

  @Test
  void a_key_signs_only_for_its_own_log() {
    Checkpoint foreign = new Checkpoint("other.example", 7, CHECKPOINT.root());

    assertThat(refusal(foreign.signed(LOG).encoded())).contains("other.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "o\n",
        "o\n1\n",
        "o\n01\nAAAA\n",
        "o\n-1\nAAAA\n",
        "o\n1\nAAAA\n",
        "\n1\nrrrr\n",
        "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
        "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
        "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
        "o\n9999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
      })
  void what_is_no_checkpoint_is_refused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(NotInFormat.class);
  }

  @Test
  void extension_lines_are_kept() {
    String text = "o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n";

    assertThat(Checkpoint.parse(text).extensions()).isEqualTo(List.of("more"));
    assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\n\u2014 a AAAAAAA=",
        "text\n\n- a AAAAAAA=\n",
        "text\n\n\u2014 a AAAA\n",
        "text\n\n\u2014 a  AAAAAAA=\n",
        "te\txt\n\n\u2014 a AAAAAAA=\n",
        "text\n\n\u2014 a AAAAAAA=\n\n"
      })
  void what_is_no_signed_note_is_refused(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(NotInFormat.class);
  }

  private static Checkpoint trusted(String note) {
    return ((Checkpoint.Opened.Trusted) Checkpoint.open(note, LOG.verifier())).checkpoint();
  }

  private static String refusal(String note) {
    return switch (Checkpoint.open(note, LOG.verifier())) {
      case Checkpoint.Opened.Refused refused -> refused.reason();
      case Checkpoint.Opened.Trusted trusted -> "";
    };
  }

  private static byte[] seed(int with) {
    return TreeHash.sha256(("seed " + with).getBytes(StandardCharsets.UTF_8));
  }
}
