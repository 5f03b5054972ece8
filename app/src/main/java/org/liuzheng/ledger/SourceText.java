package org.liuzheng.ledger;

import java.util.HashMap;
import java.util.Map;
import org.liuzheng.seal.CanonicalJson;
import org.liuzheng.seal.Json;

/** A source as the canonical JSON that the leaf commits to, and back. */
final class SourceText {
  private SourceText() {}

  static String of(Source source) {
    return CanonicalJson.text(
        switch (source) {
          case Source.Form form -> Map.of("kind", "form");
          case Source.Api api -> Map.of("kind", "api", "client", api.client());
          case Source.Program program -> Map.of("kind", "program", "why", program.why());
          case Source.Row row ->
              Map.of(
                  "kind",
                  "row",
                  "file",
                  row.file(),
                  "name",
                  row.name(),
                  "sheet",
                  row.sheet(),
                  "row",
                  row.row(),
                  "cells",
                  row.cells());
        });
  }

  static Source parse(String text) {
    Map<String, Object> source = Json.object(text);
    return switch (string(source, "kind")) {
      case "form" -> new Source.Form();
      case "api" -> new Source.Api(string(source, "client"));
      case "program" -> new Source.Program(string(source, "why"));
      case "row" ->
          new Source.Row(
              string(source, "file"),
              string(source, "name"),
              string(source, "sheet"),
              Integer.parseInt(string(source, "row")),
              cells(source));
      default -> throw new IllegalArgumentException("a source of an unknown kind: " + text);
    };
  }

  private static String string(Map<String, Object> source, String name) {
    Object value = source.get(name);
    if (value == null) {
      throw new IllegalArgumentException("a source without " + name + ": " + source);
    }
    return value.toString();
  }

  private static Map<String, String> cells(Map<String, Object> source) {
    Map<String, String> cells = new HashMap<>();
    if (source.get("cells") instanceof Map<?, ?> map) {
      map.forEach((field, cell) -> cells.put(String.valueOf(field), String.valueOf(cell)));
    }
    return Map.copyOf(cells);
  }
}
