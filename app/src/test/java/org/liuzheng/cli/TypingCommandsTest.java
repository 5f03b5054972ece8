package org.liuzheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.Examples;
import org.liuzheng.RunningExample;
import org.liuzheng.postgres.DataFolder;

/** Commands as they are typed: what is printed where, and the exit code. */
class TypingCommandsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @TempDir Path folder;

  @Test
  void every_example_of_the_specification_prints_what_it_says() throws Exception {
    DataFolder running = RunningExample.bean(DataFolder.class);
    running.leaveNote(new DataFolder.Note(RunningExample.baseUrl(), RunningExample.token()));
    List<List<String>> examples = Examples.in(ROOT.resolve("docs/specs/cli.md"), "console");
    assertThat(examples).hasSizeGreaterThan(8);
    for (List<String> example : examples) {
      List<String> typed =
          new ArrayList<>(
              List.of(
                  example
                      .getFirst()
                      .replaceFirst("^\\$ ./liuzheng ", "")
                      .replace("docs/", ROOT + "/docs/")
                      .replace("packs/", ROOT + "/packs/")
                      .split(" ")));
      if (!typed.contains("check")) {
        typed.addAll(List.of("--data", running.path().toString()));
      }
      Typed ran = Typed.in(typed.toArray(String[]::new));

      List<String> expected = new ArrayList<>(example.subList(1, example.size()));
      int code = 0;
      if (expected.getLast().startsWith("exit ")) {
        code = Integer.parseInt(expected.removeLast().substring("exit ".length()));
      }
      assertThat(ran.code()).as(example.getFirst() + ran.err()).isEqualTo(code);
      assertThat(Examples.squeezed(ran.out() + " " + ran.err()))
          .as(example.getFirst())
          .containsPattern(Examples.like(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "serve",
        "check",
        "import",
        "figure",
        "report",
        "check-text",
        "verify",
        "recheck",
        "export"
      })
  void every_command_explains_itself_in_both_languages(String command) {
    String zh = help(command, "zh").out();
    String en = help(command, "en").out();

    assertThat(zh).contains("用法：liuzheng", "退出码", "示例", "./liuzheng");
    assertThat(en)
        .contains("Usage: liuzheng", "Exit codes", "Examples", "./liuzheng")
        .doesNotContainPattern("\\p{IsHan}(?<![六争])");
    assertThat(zh.lines().filter(l -> l.matches("\\s+(-\\w, )?\\s*--[\\w-]+(=\\S+)?\\s*")).toList())
        .as("an option without a word")
        .isEmpty();
    assertThat(zh).doesNotContainPattern("(?i)shows|prints|options:|commands:");
  }

  private static Typed help(String command, String lang) {
    return command.isEmpty()
        ? Typed.in("--help", "--lang", lang)
        : Typed.in(command, "--help", "--lang", lang);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reprot | “reprot” is not known; report",
        "report a b c | “b” is not known",
        "import unit | FILE is missing",
        "import | REGISTER is missing",
        "serve --port many | --port cannot be “many”",
        "serve --port 70000 | A port is a number from 0 to 65535, found 70000",
        "figure gdp | Say the period with --period",
        "figure gdp --where x | --where cannot be “x”",
        "export ledger x.zip --on 2018-01-01 | The ledger is exported whole",
        "check | PACK is missing"
      })
  void a_wrong_line_is_said_in_one_sentence(String line, String says) {
    List<String> words = new ArrayList<>(List.of(line.strip().split(" ")));
    words.addAll(List.of("--lang", "en"));
    Typed ran = Typed.in(words.toArray(String[]::new));

    assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err()).contains(says).hasLineCount(1);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void a_language_that_is_not_spoken_is_said_in_chinese() {
    assertThat(Typed.in("check", "x", "--lang", "fr"))
        .isEqualTo(new Typed(2, "", "--lang 只能是 zh 或 en，写的是“fr”。\n"));
  }

  @Test
  void what_is_not_there_is_refused() throws Exception {
    String bundle = folder.resolve("none.zip").toString();

    assertThat(Typed.in("verify", bundle, "--lang", "en"))
        .isEqualTo(new Typed(4, "", "There is no file " + bundle + ".\n"));
    assertThat(Typed.in("import", "unit", "none.csv").code()).isEqualTo(4);
    assertThat(Typed.in("check", folder.resolve("none").toString()).code()).isEqualTo(4);
    assertThat(
            Typed.in(
                    "report",
                    "x",
                    "--data",
                    folder.resolve("d").toString(),
                    "--pack",
                    folder.resolve("none").toString())
                .code())
        .isEqualTo(4);
    assertThat(Typed.in("export", "unit", folder.resolve("no/where.csv").toString()).code())
        .isEqualTo(4);
  }

  @Test
  void a_flawed_pack_is_told_line_by_line_and_is_not_started() throws Exception {
    Files.writeString(folder.resolve("pack.yaml"), "pack: x\nlabel: y\ncolour: red\n");

    Typed check = Typed.in("check", folder.toString(), "--lang", "en");
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out()).containsPattern("pack.yaml:3:1: “colour” is not known here");
    Typed json = Typed.in("check", folder.toString(), "--json");
    assertThat(json.out()).contains("\"line\" : 3");
  }

  @Test
  void a_port_or_a_folder_that_is_taken_is_said_before_anything_is_started() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Typed serve =
          Typed.in(
              "serve",
              "--port",
              String.valueOf(taken.getLocalPort()),
              "--data",
              folder.resolve("d").toString(),
              "--pack",
              ROOT.resolve("packs/district").toString(),
              "--lang",
              "en");

      assertThat(serve.code()).isEqualTo(3);
      assertThat(serve.err())
          .contains("The port " + taken.getLocalPort() + " cannot be used")
          .hasLineCount(1);
      assertThat(folder.resolve("d")).doesNotExist();
    }
    Path file = Files.writeString(folder.resolve("file"), "");
    Typed figure =
        Typed.in(
            "figure",
            "--data",
            file.toString(),
            "--pack",
            ROOT.resolve("packs/district").toString(),
            "--lang",
            "en");
    assertThat(figure.code()).as(figure.err()).isEqualTo(3);
    assertThat(figure.err()).contains("cannot be used").doesNotContain("\tat ");
  }
}
