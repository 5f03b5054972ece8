package org.liuzheng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fenced examples of a document, in which {@code …} stands for anything. */
public final class Examples {
  private Examples() {}

  /** The lines of each block of that language. */
  public static List<List<String>> in(Path document, String language) throws IOException {
    return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
        .matcher(Files.readString(document))
        .results()
        .map((MatchResult r) -> r.group(1).lines().toList())
        .toList();
  }

  /** What matches the lines; runs of spaces and line breaks count as one. */
  public static Pattern like(List<String> lines) {
    String quoted =
        Arrays.stream(squeezed(String.join("\n", lines)).split(" ?… ?", -1))
            .map(part -> part.isBlank() ? "" : Pattern.quote(part))
            .collect(Collectors.joining(".*?"));
    return Pattern.compile(quoted, Pattern.DOTALL);
  }

  public static String squeezed(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
