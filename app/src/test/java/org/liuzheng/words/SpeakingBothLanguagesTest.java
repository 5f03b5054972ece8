package org.liuzheng.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpeakingBothLanguagesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:Words\\.text|Refusal\\.of|new Refusal"
              + "|[fF]law|flawAtKey|flawColumn|keyFlaw|wrong|unreadable|Problem\\.\\w+|Unsuitable)\\("
              + "(?:\\s*[a-zA-Z][\\w.()]*,)?\\s*\"([a-z]+\\.[a-zA-Z0-9_]*[a-zA-Z0-9])\"");

  /** These are only keys of refusals whose sentence is made elsewhere. */
  private static final Set<String> WITHOUT_A_SENTENCE = Set.of("register.value", "register.check");

  /** English spells the month out, from another argument; and a gap is no sentence. */
  private static final Pattern MAY_DIFFER = Pattern.compile("(?i).*(day|month|gap)");

  @Test
  void every_sentence_that_is_asked_for_exists() throws IOException {
    Set<String> missing = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(SOURCES)) {
      files = all.filter(f -> f.toString().endsWith(".java")).toList();
    }
    for (Path file : files) {
      Matcher asked = ASKED.matcher(Files.readString(file));
      while (asked.find()) {
        if (!Words.all().containsKey(asked.group(1))
            && !WITHOUT_A_SENTENCE.contains(asked.group(1))) {
          missing.add(asked.group(1) + " in " + file);
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void a_sentence_says_the_same_in_both_languages() {
    List<String> wrong = new ArrayList<>();
    Words.all()
        .forEach((key, text) -> {
          if (!MAY_DIFFER.matcher(key).matches()
              && (text.zh().isBlank()
                  || text.en().isBlank()
                  || !places(text.zh()).equals(places(text.en())))) {
            wrong.add(key + ": " + text);
          }
          new MessageFormat(text.zh());
          new MessageFormat(text.en());
        });

    assertThat(wrong).isEmpty();
  }

  private static Set<String> places(String sentence) {
    return Pattern.compile("\\{(\\d)")
        .matcher(sentence)
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toSet());
  }
}
