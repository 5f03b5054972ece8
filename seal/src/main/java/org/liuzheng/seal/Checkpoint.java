package org.liuzheng.seal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A C2SP checkpoint: the size and root of the log named {@code origin}.
 *
 * @param extensions further lines, which this project never writes
 */
public record Checkpoint(String origin, long size, byte[] root, List<String> extensions) {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
      throw new NotInFormat("an origin is one line that is not empty");
    }
    if (size < 0 || root.length != TreeHash.LENGTH) {
      throw new NotInFormat("no tree has %d leaves and a root of %d bytes", size, root.length);
    }
    if (extensions.stream().anyMatch(line -> line.isEmpty() || line.indexOf('\n') >= 0)) {
      throw new NotInFormat("an extension is one line that is not empty");
    }
  }

  public Checkpoint(String origin, long size, byte[] root) {
    this(origin, size, root, List.of());
  }

  /** What a note came to when it was opened with a key. */
  public sealed interface Opened {
    record Trusted(Checkpoint checkpoint, SignedNote note) implements Opened {}

    record Refused(String reason) implements Opened {}
  }

  /** The checkpoint in a note, if the log's key signed it and it is about that log. */
  public static Opened open(String note, VerifierKey log) {
    try {
      SignedNote signed = SignedNote.parse(note);
      Check check = signed.verify(log);
      if (!check.isSound()) {
        return new Opened.Refused(check.reason());
      }
      Checkpoint checkpoint = parse(signed.text());
      if (!checkpoint.origin.equals(log.name())) {
        return new Opened.Refused(
            "the checkpoint is of the log %s, but the key is of %s"
                .formatted(checkpoint.origin, log.name()));
      }
      return new Opened.Trusted(checkpoint, signed);
    } catch (NotInFormat e) {
      return new Opened.Refused(e.reason());
    }
  }

  /** Reads a note's text. */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
      throw new NotInFormat("a checkpoint has three lines, each ended by a newline");
    }
    if (!SIZE.matcher(lines[1]).matches()) {
      throw new NotInFormat("not a tree size: \"%s\"", lines[1]);
    }
    return new Checkpoint(
        lines[0],
        Long.parseLong(lines[1]),
        VerifierKey.base64(lines[2]),
        List.of(lines).subList(3, lines.length - 1));
  }

  /** The note's text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin)
        .append('\n')
        .append(size)
        .append('\n')
        .append(VerifierKey.base64(root))
        .append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** The note, signed by the log. */
  public SignedNote signed(SignerKey... keys) {
    return SignedNote.sign(text(), keys);
  }
}
