package org.liuzheng.cli;

import org.liuzheng.words.Words;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * A command that holds what a text says against the records; it ends with 1 when any of it fails.
 */
abstract class Checking extends AtMoment {
  static final String FAILS = "fails";

  @Option(names = "--json", descriptionKey = "json")
  boolean json;

  Checking(Context context) {
    super(context);
  }

  abstract JsonNode ask(Program program);

  abstract void print(JsonNode answer);

  /** What the answer tells one by one, each with its {@code verdict}. */
  abstract JsonNode told(JsonNode answer);

  @Override
  public Integer call() {
    JsonNode answer = withProgram(Words.text("cli.reporting"), this::ask);
    if (json) {
      context.out().println(answer.toPrettyString());
    } else {
      print(answer);
    }
    return count(told(answer), "verdict", FAILS) > 0 ? CommandLineMain.FOUND_WRONG : 0;
  }

  static long count(JsonNode told, String part, String is) {
    return told.valueStream().filter(c -> c.path(part).asString("").equals(is)).count();
  }
}
