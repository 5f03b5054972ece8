package org.liuzheng.seal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Checks an exported bundle on any machine with Java: {@code java -cp seal.jar
 * org.liuzheng.seal.Verify BUNDLE [KEY]}. Without KEY, the log's verifier key as known from
 * elsewhere, the bundle's own key is used and the reader is told to compare it.
 */
public final class Verify {
  /** Everything in the bundle is sound. */
  public static final int SOUND = 0;

  /** Something in it is not. */
  public static final int UNSOUND = 1;

  /** It could not be read, or the command was wrong. */
  public static final int UNREADABLE = 2;

  private Verify() {}

  public static void main(String[] arguments) {
    System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
  }

  /** As {@link #main}; returns the exit code. */
  public static int run(PrintStream out, String... arguments) {
    if (arguments.length < 1 || arguments.length > 2) {
      out.println("usage: java -cp seal.jar org.liuzheng.seal.Verify BUNDLE [KEY]");
      return UNREADABLE;
    }
    try {
      Bundle bundle = Bundle.read(Path.of(arguments[0]));
      boolean told = arguments.length == 2;
      VerifierKey key = VerifierKey.parse(told ? arguments[1] : bundle.key());
      out.println(
          told
              ? "The key is the one you gave: " + key.encoded()
              : "The key is the bundle's own; compare it with the one the log publishes: "
                  + key.encoded());
      return report(bundle, key, out);
    } catch (NotInFormat e) {
      out.println("Unreadable: " + e.reason() + ".");
    } catch (IOException e) {
      out.println("Unreadable: " + e + ".");
    }
    return UNREADABLE;
  }

  private static int report(Bundle bundle, VerifierKey key, PrintStream out) {
    int faults = 0;
    for (Bundle.Finding finding : bundle.check(key)) {
      boolean sound = finding.check().isSound();
      faults += sound ? 0 : 1;
      out.println(
          finding.about() + (sound ? ": sound." : ": UNSOUND: " + finding.check().reason() + "."));
    }
    out.println(
        faults == 0
            ? "All sound: %d entries of the log %s.".formatted(bundle.items().size(), key.name())
            : "NOT SOUND: %d faults.".formatted(faults));
    return faults == 0 ? SOUND : UNSOUND;
  }
}
