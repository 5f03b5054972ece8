package org.liuzheng.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house style as a test: what a reviewer should not have to find. */
class HouseRulesTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final int LONGEST_FILE = 480;
  private static final Set<String> BANNED_ENDINGS =
      Set.of("Service", "Impl", "Manager", "Helper", "Util", "Utils", "Data", "Info", "DTO", "Dto");
  private static final Pattern BANNED_CALL =
      Pattern.compile(
          "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime)\\.now\\(\\)|System\\.out\\.print"
              + "|new Random\\(\\)|Thread\\.sleep\\(|System\\.currentTimeMillis\\(");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LINK =
      Pattern.compile("\\[[^\\]]*]\\((?!https?:|#|claim:|mailto:)" + "([^)#\\s]+)(#[^)]*)?\\)");

  @Test
  void every_package_is_null_marked() throws IOException {
    assertThat(
            broken(
                mainSources(),
                file -> {
                  Path described = file.resolveSibling("package-info.java");
                  return Files.exists(described) && read(described).contains("@NullMarked")
                      ? ""
                      : "null-marked";
                }))
        .as("each package has a package-info.java with @NullMarked")
        .isEmpty();
  }

  @Test
  void no_class_is_named_after_its_technical_role() throws IOException {
    assertThat(
            broken(
                mainSources(),
                file ->
                    BANNED_ENDINGS.stream()
                        .filter(e -> name(file).endsWith(e) && !name(file).equals(e))
                        .findFirst()
                        .orElse("")))
        .as("a class is named after what it is in the domain")
        .isEmpty();
  }

  @Test
  void time_randomness_and_the_console_come_in_from_outside() throws IOException {
    assertThat(
            broken(
                mainSources(),
                file -> {
                  Matcher found = BANNED_CALL.matcher(read(file));
                  return found.find() ? found.group() : "";
                }))
        .as("time and randomness are handed in; only the command line prints")
        .isEmpty();
  }

  @Test
  void chinese_words_live_in_data_not_in_java() throws IOException {
    assertThat(
            broken(
                mainSources(),
                file -> {
                  Matcher found = HAN.matcher(withoutComments(read(file)));
                  return found.find() ? "Chinese text in code" : "";
                }))
        .as("labels and sentences belong in words/*.yaml or in packs")
        .isEmpty();
  }

  @Test
  void templates_hold_no_human_text() throws IOException {
    assertThat(
            broken(
                files("app/src/main/jte", ".jte"),
                file -> {
                  Matcher found = HAN.matcher(read(file).replaceAll("(?s)<%--.*?--%>", ""));
                  return found.find() ? "literal text" : "";
                }))
        .as("a template only places things; its words come by key")
        .isEmpty();
  }

  @Test
  void only_the_ledger_inserts_entries() throws IOException {
    Pattern insert = Pattern.compile("insert\\s+into\\s+entry\\b");
    List<String> writers =
        broken(mainSources(), file -> insert.matcher(read(file)).find() ? "inserts" : "");
    assertThat(writers).as("one write path").hasSize(1).allMatch(w -> w.contains("ledger"));
  }

  @Test
  void files_stay_short() throws IOException {
    assertThat(
            broken(
                mainSources(),
                file -> {
                  long lines = read(file).lines().count();
                  return lines > LONGEST_FILE ? lines + " lines" : "";
                }))
        .as(
            "a file of more than %d lines is perhaps two ideas; this bound may only shrink",
            LONGEST_FILE)
        .isEmpty();
  }

  @Test
  void no_link_in_the_documentation_is_dead() throws IOException {
    assertThat(
            broken(
                documents(),
                file -> {
                  Matcher link = LINK.matcher(read(file));
                  List<String> dead = new ArrayList<>();
                  while (link.find()) {
                    if (!Files.exists(file.resolveSibling(link.group(1)))) {
                      dead.add(link.group(1));
                    }
                  }
                  return String.join(", ", dead);
                }))
        .as("relative links in Markdown lead somewhere")
        .isEmpty();
  }

  private static List<Path> mainSources() throws IOException {
    return Stream.of("seal", "app", "bench")
        .flatMap(m -> files(m + "/src/main/java", ".java").stream())
        .filter(f -> !f.endsWith("package-info.java"))
        .toList();
  }

  private static List<Path> documents() throws IOException {
    List<Path> all = new ArrayList<>(files("docs", ".md"));
    all.addAll(files("packs", ".md"));
    try (Stream<Path> top = Files.list(ROOT)) {
      top.filter(f -> f.toString().endsWith(".md")).forEach(all::add);
    }
    return all;
  }

  private static List<Path> files(String folder, String ending) {
    Path start = ROOT.resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(start)) {
      return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> broken(List<Path> files, Function<Path, String> rule) {
    return files.stream()
        .map(f -> new String[] {ROOT.relativize(f).toString(), rule.apply(f)})
        .filter(r -> !r[1].isEmpty())
        .map(r -> r[0] + ": " + r[1])
        .toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String withoutComments(String source) {
    return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
  }
}
