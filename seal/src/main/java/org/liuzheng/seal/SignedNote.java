package org.liuzheng.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A C2SP signed note: a text and the signatures under it. Signatures of keys that the reader does
 * not know are carried along and ignored, so that witnesses may add theirs.
 *
 * @param text ends with a newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  private static final String DASH = "\u2014 ";
  private static final int MOST_SIGNATURES = 100;
  private static final int SHORTEST = 5;

  public SignedNote {
    signatures = List.copyOf(signatures);
    requireText(text);
  }

  public static SignedNote sign(String text, SignerKey... keys) {
    return new SignedNote(text, Arrays.stream(keys).map(key -> key.sign(text)).toList());
  }

  /** Reads a note without trusting it: nothing it says counts before {@link #verify}. */
  public static SignedNote parse(String note) {
    int split = note.lastIndexOf("\n\n");
    if (split < 0) {
      throw new NotInFormat("the note has no empty line before its signatures");
    }
    String block = note.substring(split + 2);
    if (!block.endsWith("\n")) {
      throw new NotInFormat("the note does not end with a newline after its signatures");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : block.substring(0, block.length() - 1).split("\n", -1)) {
      signatures.add(signature(line));
    }
    if (signatures.size() > MOST_SIGNATURES) {
      throw new NotInFormat("the note has %d signatures; 100 are read", signatures.size());
    }
    return new SignedNote(note.substring(0, split + 1), signatures);
  }

  /** The note as served. */
  public String encoded() {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (NoteSignature signature : signatures) {
      byte[] bytes =
          ByteBuffer.allocate(4 + signature.bytes().length)
              .putInt(signature.id())
              .put(signature.bytes())
              .array();
      note.append(DASH)
          .append(signature.name())
          .append(' ')
          .append(VerifierKey.base64(bytes))
          .append('\n');
    }
    return note.toString();
  }

  /** This note with one more signature under it. */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /** Sound when a known key signed the text and no known key's signature is wrong. */
  public Check verify(VerifierKey... known) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    int good = 0;
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : known) {
        if (key.id() == signature.id() && key.name().equals(signature.name())) {
          if (!Ed25519.verify(key.publicKey(), signed, signature.bytes())) {
            return Check.unsound("the signature of %s is wrong for this text", key.name());
          }
          good++;
        }
      }
    }
    return good > 0
        ? Check.sound()
        : Check.unsound(
            "no known key signed the note; it is signed by %s",
            signatures.stream().map(s -> s.name() + "+" + VerifierKey.idText(s.id())).toList());
  }

  private static NoteSignature signature(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !line.startsWith(DASH)) {
      throw new NotInFormat("not a signature line: \"%s\"", line);
    }
    VerifierKey.requireName(parts[1]);
    byte[] bytes = VerifierKey.base64(parts[2]);
    if (bytes.length < SHORTEST) {
      throw new NotInFormat("the signature of %s is cut off", parts[1]);
    }
    return new NoteSignature(
        parts[1], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, 4, bytes.length));
  }

  private static void requireText(String text) {
    if (!text.endsWith("\n")) {
      throw new NotInFormat("the text of a note ends with a newline");
    }
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new NotInFormat("the text of a note has a control character");
    }
  }
}
