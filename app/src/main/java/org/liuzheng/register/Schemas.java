package org.liuzheng.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.liuzheng.register.Field.Choice;
import org.liuzheng.register.Schema.Access;
import org.liuzheng.register.Schema.Check;
import org.liuzheng.register.Schema.Reader;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** Register files: YAML into schemas, every flaw with its line and column. */
public final class Schemas {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");
  private static final Set<String> RESERVED =
      Set.of("id", "valid_from", "valid_to", "known_from", "known_to", "entry");
  private static final Text NOTHING = Text.same("");

  private Schemas() {}

  /** Reads one register; empty when the file has flaws. */
  public static Optional<Schema> read(String file, String content, List<Flaw> flaws) {
    int before = flaws.size();
    YamlNode root = YamlNode.read(file, content, flaws);
    root.onlyKeys("register", "label", "purpose", "owner", "key", "since", "title", "read",
        "write", "source", "fields", "checks");
    String name = named(root.need("register"));
    List<Field> fields = new ArrayList<>();
    root.need("fields").entries().forEach((f, node) -> fields.add(field(f, node)));
    List<String> key = root.need("key").items().stream().map(k -> known(k, fields)).toList();
    if (key.isEmpty()) {
      root.flaw("register.no_key");
    }
    Optional<String> since = root.get("since").map(s -> dated(s, fields));
    String title = root.get("title").map(t -> known(t, fields))
        .orElse(key.isEmpty() ? "" : key.getFirst());
    Schema schema = new Schema(name, root.need("label").label(),
        root.get("purpose").map(YamlNode::label).orElse(NOTHING), root.need("owner").text(), key,
        since, title, access(root), List.copyOf(fields),
        checks(root, fields, content.lines().toList(), flaws));
    return flaws.size() == before ? Optional.of(schema) : Optional.empty();
  }

  /** What only shows when all registers are there: references that lead nowhere, names used twice. */
  public static void check(List<Schema> schemas, List<Flaw> flaws) {
    Set<String> names = new HashSet<>();
    for (Schema schema : schemas) {
      String place = schema.name() + ".yaml";
      if (!names.add(schema.name())) {
        flaws.add(new Flaw(place, 1, 1, Words.text("register.twice", schema.name())));
      }
    }
    for (Schema schema : schemas) {
      schema.fields().stream()
          .filter(f -> f.type() == FieldType.REFERENCE && !names.contains(f.refersTo()))
          .forEach(f -> flaws.add(new Flaw(schema.name() + ".yaml", 1, 1,
              Words.text("register.refers_nowhere", f.name(), f.refersTo()))));
    }
  }

  private static String named(YamlNode node) {
    if (!NAME.matcher(node.text()).matches()) {
      node.flaw("register.bad_name", node.text());
    }
    return node.text();
  }

  private static String known(YamlNode node, List<Field> fields) {
    if (fields.stream().noneMatch(f -> f.name().equals(node.text()))) {
      node.flaw("register.no_such_field", node.text());
    }
    return node.text();
  }

  private static String dated(YamlNode node, List<Field> fields) {
    boolean dated = fields.stream().anyMatch(f -> f.name().equals(node.text())
        && (f.type() == FieldType.DATE || f.type() == FieldType.MONTH));
    if (!dated) {
      node.flaw("register.since_is_no_date", node.text());
    }
    return node.text();
  }

  private static Access access(YamlNode root) {
    Reader read = root.get("read").map(r -> switch (r.text()) {
      case "public" -> Reader.PUBLIC;
      case "staff" -> Reader.STAFF;
      case "owner" -> Reader.OWNER;
      default -> {
        r.flaw("register.bad_reader", r.text());
        yield Reader.OWNER;
      }
    }).orElse(Reader.OWNER);
    Set<String> write = new HashSet<>();
    root.get("write").ifPresent(w -> w.items().forEach(role -> write.add(role.text())));
    return new Access(read, Set.copyOf(write));
  }

  private static Field field(String name, YamlNode node) {
    if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
      node.flaw("register.bad_name", name);
    }
    node.onlyKeys("type", "label", "hint", "required", "unit", "choices", "to", "pattern", "min",
        "max");
    FieldType type = type(node.need("type"));
    List<Choice> choices = new ArrayList<>();
    node.get("choices").ifPresent(c -> c.entries()
        .forEach((code, label) -> choices.add(new Choice(code, label.label()))));
    if (type == FieldType.CHOICE && choices.isEmpty()) {
      node.flaw("register.no_choices", name);
    }
    String to = node.get("to").map(YamlNode::text).orElse("");
    if (type == FieldType.REFERENCE && to.isEmpty()) {
      node.flaw("register.no_target", name);
    }
    return new Field(name, type, node.need("label").label(), text(node, "hint"),
        node.get("required").map(YamlNode::flag).orElse(false), text(node, "unit"),
        List.copyOf(choices), to, pattern(node), number(node, "min"), number(node, "max"));
  }

  private static FieldType type(YamlNode node) {
    try {
      return FieldType.valueOf(node.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      node.flaw("register.bad_type", node.text());
      return FieldType.TEXT;
    }
  }

  private static Text text(YamlNode node, String key) {
    return node.get(key).map(YamlNode::label).orElse(NOTHING);
  }

  private static String pattern(YamlNode node) {
    return node.get("pattern").map(p -> {
      try {
        return Pattern.compile(p.text()).pattern();
      } catch (PatternSyntaxException e) {
        p.flaw("register.bad_pattern", String.valueOf(e.getDescription()));
        return "";
      }
    }).orElse("");
  }

  private static Optional<BigDecimal> number(YamlNode node, String key) {
    return node.get(key).flatMap(n -> {
      try {
        return Optional.of(new BigDecimal(n.text()));
      } catch (NumberFormatException e) {
        n.flaw("register.bad_number", n.text());
        return Optional.empty();
      }
    });
  }

  private static List<Check> checks(YamlNode root, List<Field> fields, List<String> fileLines,
      List<Flaw> flaws) {
    List<Check> checks = new ArrayList<>();
    for (YamlNode node : root.get("checks").map(YamlNode::items).orElse(List.of())) {
      node.onlyKeys("that", "say");
      YamlNode that = node.need("that");
      flaws.addAll(Condition.flaws(that, fields, fileLines));
      checks.add(new Check(that.text(), node.need("say").label()));
    }
    return List.copyOf(checks);
  }
}
