package org.liuzheng.bench.example;

import java.util.List;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/**
 * The office that sends an area's sheets. Its name and what it writes above its tables stand in the
 * area's words, under {@code sender} and {@code titles}.
 */
record Sender(YamlNode words) {

  String title(String key, Object... args) {
    String title = words.need("titles").need(key).text();
    for (int i = 0; i < args.length; i++) {
      title = title.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return title;
  }

  Sheetful sheet(
      int order,
      String register,
      String what,
      Form form,
      String title,
      List<String> fields,
      List<Map<String, String>> rows) {
    return new Sheetful(
        order, register, what, form, title, words.need("sender").text(), fields, rows);
  }
}
