package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liuzheng.figure.Standards.Mark;
import org.liuzheng.figure.Standards.Reporters;
import org.liuzheng.yaml.YamlNode;

/** Reads what a figure's file holds its values against. */
final class StandardsReader {
  private static final BigDecimal USUAL_FLOOR = BigDecimal.ONE;

  private static final int MOST = 1000;

  private StandardsReader() {}

  /**
   * @param get finds what the figure's map has under a key
   */
  static Standards read(
      Function<String, Optional<YamlNode>> get, Definition.Made made, Shelf shelf) {
    return new Standards(
        get.apply("target").map(StandardsReader::mark),
        get.apply("floor").map(StandardsReader::mark),
        get.apply("completeness").map(StandardsReader::reporters),
        get.apply("small_cells").map(StandardsReader::least),
        get.apply("judgement").map(j -> judgement(j, made, shelf)));
  }

  private static String judgement(YamlNode node, Definition.Made made, Shelf shelf) {
    String register = node.text();
    Optional<List<String>> lacking =
        shelf.register(register).map(RecordedJudgements::lacking).filter(l -> !l.isEmpty());
    if (!(made instanceof Definition.Stepped s && s.step() instanceof Definition.Step.Light)) {
      node.flaw("figure.judgement_of_light");
    } else if (shelf.register(register).isEmpty()) {
      node.flaw("figure.unknown_register", register, shelf.names());
    } else {
      lacking.ifPresent(l -> node.flaw("figure.judgement_lacks", register, String.join(", ", l)));
    }
    return register;
  }

  private static Mark mark(YamlNode node) {
    String text = node.text();
    if (text.matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
      return new Mark.Number(new BigDecimal(text));
    }
    if (!text.matches("[a-z][a-z0-9_]*")) {
      node.flaw("figure.wants_mark", text);
    }
    return new Mark.Figure(text);
  }

  private static Reporters reporters(YamlNode node) {
    node.onlyKeys("expected", "received", "late", "estimated", "floor");
    return new Reporters(
        node.need("expected").text(),
        node.need("received").text(),
        node.get("late").map(YamlNode::text),
        node.get("estimated").map(YamlNode::text),
        node.get("floor").map(StandardsReader::share).orElse(USUAL_FLOOR));
  }

  private static int least(YamlNode node) {
    int least = node.whole();
    if (least < 1 || least > MOST) {
      node.flaw("figure.number_range", node.text());
    }
    return Math.clamp(least, 1, MOST);
  }

  private static BigDecimal share(YamlNode node) {
    if (node.text().matches("0\\.\\d{1,6}|1(\\.0{1,6})?")) {
      return new BigDecimal(node.text());
    }
    node.flaw("figure.wants_share", node.text());
    return USUAL_FLOOR;
  }
}
