package org.liuzheng.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.liuzheng.register.Field.Choice;
import org.liuzheng.register.Schema.Access;
import org.liuzheng.register.Schema.Check;
import org.liuzheng.register.Schema.Reader;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** Reads one register file; what is wrong with it alone is reported at its place. */
final class SchemaReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

  /** Columns that every table has, and the words of a check that cannot be told from a field. */
  private static final Set<String> RESERVED =
      Set.of(
          "id",
          "valid_from",
          "valid_to",
          "known_from",
          "known_to",
          "entry",
          "and",
          "or",
          "not",
          "in",
          "is",
          "null",
          "true",
          "false",
          "between");

  /** What the program itself writes entries under. */
  private static final Set<String> OWN = Set.of("pack", "studio", "report");

  /** What only some types of field have. */
  private static final Map<String, Set<FieldType>> ONLY_OF =
      Map.of(
          "unit", Set.of(FieldType.WHOLE, FieldType.DECIMAL),
          "min", Set.of(FieldType.WHOLE, FieldType.DECIMAL),
          "max", Set.of(FieldType.WHOLE, FieldType.DECIMAL),
          "choices", Set.of(FieldType.CHOICE),
          "to", Set.of(FieldType.REFERENCE),
          "pattern", Set.of(FieldType.CODE));

  private static final Text NOTHING = Text.same("");

  private final YamlNode root;
  private final List<String> lines;
  private final List<Flaw> flaws;
  private final List<Field> fields = new ArrayList<>();

  SchemaReader(YamlNode root, List<String> lines, List<Flaw> flaws) {
    this.root = root;
    this.lines = lines;
    this.flaws = flaws;
  }

  /** The schema, which may be trusted when no flaw was added. */
  Schema read() {
    root.onlyKeys(
        "register",
        "label",
        "purpose",
        "owner",
        "key",
        "since",
        "title",
        "list",
        "read",
        "write",
        "source",
        "fields",
        "checks");
    String name = name();
    root.need("fields").entries().forEach((f, node) -> fields.add(field(f, node)));
    distinctLabels();
    List<String> key = root.need("key").items().stream().map(this::open).toList();
    root.get("key").filter(k -> key.isEmpty()).ifPresent(k -> k.flaw("register.no_key"));
    Optional<String> since = root.get("since").map(this::dated);
    String title = root.get("title").map(this::open).orElse(key.isEmpty() ? "" : key.getFirst());
    return new Schema(
        name,
        root.need("label").label(),
        root.get("purpose").map(YamlNode::label).orElse(NOTHING),
        root.need("owner").text(),
        key,
        since,
        title,
        root.get("list")
            .map(l -> l.items().stream().map(this::open).distinct().toList())
            .orElse(List.of()),
        access(),
        List.copyOf(fields),
        checks());
  }

  private String name() {
    YamlNode node = root.need("register");
    String name = node.text();
    if (!name.isEmpty() && (!NAME.matcher(name).matches() || OWN.contains(name))) {
      node.flaw("register.bad_name", name);
    }
    return name;
  }

  /** A field that stands in clear: what names a record is seen by all who see that it exists. */
  private String open(YamlNode node) {
    String name = node.text();
    Optional<Field> found = fields.stream().filter(f -> f.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      node.flaw("register.no_such_field", name);
    } else if (found.get().type() == FieldType.PRIVATE) {
      node.flaw("register.private_name", name);
    }
    return name;
  }

  private String dated(YamlNode node) {
    boolean dated =
        fields.stream()
            .anyMatch(f ->
                f.name().equals(node.text())
                    && (f.type() == FieldType.DATE || f.type() == FieldType.MONTH));
    if (!dated) {
      node.flaw("register.since_is_no_date", node.text());
    }
    return node.text();
  }

  private Access access() {
    Reader read =
        root.get("read")
            .map(r ->
                switch (r.text()) {
                  case "public" -> Reader.PUBLIC;
                  case "staff" -> Reader.STAFF;
                  case "owner" -> Reader.OWNER;
                  default -> {
                    r.flaw("register.bad_reader", r.text());
                    yield Reader.OWNER;
                  }
                })
            .orElse(Reader.OWNER);
    Set<String> write = new HashSet<>();
    root.get("write").ifPresent(w -> w.items().forEach(role -> write.add(role.text())));
    return new Access(read, Set.copyOf(write));
  }

  /** Two columns of a spreadsheet that are called the same could not be told apart. */
  private void distinctLabels() {
    Map<String, String> seen = new HashMap<>();
    root.get("fields")
        .map(YamlNode::entries)
        .orElse(Map.of())
        .forEach((name, node) ->
            node.get("label")
                .filter(YamlNode::isMap)
                .ifPresent(label -> {
                  for (String lang : List.of("zh", "en")) {
                    label
                        .get(lang)
                        .filter(YamlNode::isText)
                        .ifPresent(said -> {
                          String before = seen.putIfAbsent(Heading.plain(said.text()), name);
                          if (before != null && !before.equals(name)) {
                            label.flaw("register.label_twice", said.text(), before);
                          }
                        });
                  }
                }));
  }

  private Field field(String name, YamlNode node) {
    if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
      root.need("fields").flawAtKey(name, "register.bad_name", name);
    }
    node.onlyKeys(
        "type", "label", "hint", "required", "unit", "choices", "to", "pattern", "min", "max");
    FieldType type = type(node.need("type"));
    ONLY_OF.forEach((key, types) ->
        node.get(key)
            .filter(k -> !types.contains(type))
            .ifPresent(k ->
                node.flawAtKey(
                    key, "register.means_nothing", key, type.name().toLowerCase(Locale.ROOT))));
    List<Choice> choices = choices(node);
    if (type == FieldType.CHOICE && choices.isEmpty()) {
      node.flaw("register.no_choices", name);
    }
    String to = node.get("to").map(YamlNode::text).orElse("");
    if (type == FieldType.REFERENCE && to.isEmpty()) {
      node.flaw("register.no_target", name);
    }
    Optional<BigDecimal> min = number(node, "min");
    Optional<BigDecimal> max = number(node, "max");
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      node.need("max")
          .flaw("register.max_below_min", max.get().toPlainString(), min.get().toPlainString());
    }
    return new Field(
        name,
        type,
        node.need("label").label(),
        text(node, "hint"),
        node.get("required").map(YamlNode::flag).orElse(false),
        text(node, "unit"),
        choices,
        to,
        pattern(node),
        min,
        max);
  }

  private static List<Choice> choices(YamlNode node) {
    List<Choice> choices = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    node.get("choices")
        .ifPresent(c ->
            c.entries()
                .forEach((code, label) -> {
                  Choice choice = new Choice(code, label.label());
                  choices.add(choice);
                  for (String said :
                      new HashSet<>(List.of(choice.label().zh(), choice.label().en()))) {
                    if (!said.isEmpty() && !labels.add(said)) {
                      label.flaw("register.choice_twice", said);
                    }
                  }
                }));
    return List.copyOf(choices);
  }

  private static FieldType type(YamlNode node) {
    String type = node.text();
    try {
      return FieldType.valueOf(type.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      if (!type.isEmpty()) {
        node.flaw("register.bad_type", type);
      }
      return FieldType.TEXT;
    }
  }

  private static Text text(YamlNode node, String key) {
    return node.get(key).map(YamlNode::label).orElse(NOTHING);
  }

  private static String pattern(YamlNode node) {
    return node.get("pattern")
        .map(p -> {
          try {
            return Pattern.compile(p.text()).pattern();
          } catch (PatternSyntaxException e) {
            p.flaw("register.bad_pattern", String.valueOf(e.getDescription()));
            return "";
          }
        })
        .orElse("");
  }

  private static Optional<BigDecimal> number(YamlNode node, String key) {
    return node.get(key)
        .flatMap(n -> {
          try {
            return Optional.of(new BigDecimal(n.text()));
          } catch (NumberFormatException e) {
            n.flaw("register.bad_number", n.text());
            return Optional.empty();
          }
        });
  }

  private List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    for (YamlNode node : root.get("checks").map(YamlNode::items).orElse(List.of())) {
      node.onlyKeys("that", "say");
      YamlNode that = node.need("that");
      if (that.isText()) {
        flaws.addAll(Condition.flaws(that, fields, lines));
      }
      YamlNode say = node.need("say");
      checks.add(new Check(that.text(), say.label()));
      say.get("zh").filter(YamlNode::isText).ifPresent(this::shown);
      say.get("en").filter(YamlNode::isText).ifPresent(this::shown);
    }
    return List.copyOf(checks);
  }

  /** A sentence shows values of the row, but never a private one. */
  private void shown(YamlNode say) {
    for (String name : Facts.shown(say.text())) {
      Optional<Field> field = fields.stream().filter(f -> f.name().equals(name)).findFirst();
      if (field.isEmpty()) {
        say.flaw("register.shows_no_field", name);
      } else if (field.get().type() == FieldType.PRIVATE) {
        say.flaw("register.shows_private", name);
      }
    }
  }
}
