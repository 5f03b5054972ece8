package org.liuzheng.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.pack.Expectations.Given;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/**
 * What registers refuse, as a pack's {@code registers/refuse/*.yaml} says; the form is described in
 * {@code packs/README.md}.
 */
record Refusals(Path file, List<Given> given, List<Good> good, List<Bad> bad) {

  /** A row that is accepted; bad rows differ from it in a field or two. */
  record Good(Given row) {}

  /**
   * @param with what is entered instead; a blank empties the field
   * @param says a part of the sentence that a clerk reads in English
   */
  record Bad(Given good, Map<String, String> with, String says) {

    Given row() {
      Map<String, String> fields = new LinkedHashMap<>(good.fields());
      fields.putAll(with);
      String from = fields.getOrDefault("valid_from", good.validFrom());
      fields.remove("valid_from");
      return new Given(good.register(), from, fields);
    }

    @Override
    public String toString() {
      return good.register() + " " + with;
    }
  }

  static Refusals read(Path file) {
    List<Flaw> flaws = new ArrayList<>();
    YamlNode root = YamlNode.read(file.toString(), content(file), flaws);
    root.onlyKeys("given", "refuse");
    List<Given> given = new ArrayList<>();
    root.need("given")
        .entries()
        .forEach((register, rows) ->
            rows.items().forEach(row -> given.add(Expectations.given(register, row))));
    List<Good> good = new ArrayList<>();
    List<Bad> bad = new ArrayList<>();
    root.need("refuse")
        .entries()
        .forEach((register, rows) -> {
          rows.onlyKeys("good", "bad");
          Given row = Expectations.given(register, rows.need("good"));
          good.add(new Good(row));
          rows.need("bad")
              .items()
              .forEach(b -> {
                b.onlyKeys("with", "says");
                bad.add(new Bad(row, Expectations.texts(b.need("with")), b.need("says").text()));
              });
        });
    assertThat(flaws).isEmpty();
    return new Refusals(file, given, good, bad);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
