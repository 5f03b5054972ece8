package org.liuzheng.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Text;

/** Small registers for tests. */
public final class TestSchemas {
  static final Schema UNIT =
      schema(
          "unit",
          "code",
          field("code", FieldType.CODE),
          field("name", FieldType.TEXT),
          reference("parent", "unit"));
  static final Schema APPLICATION =
      schema(
          "application",
          "number",
          field("number", FieldType.CODE),
          reference("item", "item"),
          reference("department", "unit"),
          field("accepted_on", FieldType.DATE),
          field("closed_on", FieldType.DATE),
          field("outcome", FieldType.CHOICE),
          field("promised", FieldType.WHOLE),
          field("used", FieldType.WHOLE),
          field("applicant", FieldType.PRIVATE));
  static final Schema ITEM =
      schema(
          "item",
          "code",
          field("code", FieldType.CODE),
          field("name", FieldType.TEXT),
          reference("department", "unit"),
          field("promised", FieldType.WHOLE),
          field("mobile", FieldType.FLAG));
  static final Schema OBSERVATION =
      schema(
          "observation",
          "code",
          field("code", FieldType.CODE),
          field("indicator", FieldType.CODE),
          reference("region", "unit"),
          field("period", FieldType.TEXT),
          field("period_end", FieldType.DATE),
          field("month", FieldType.MONTH),
          field("value", FieldType.DECIMAL),
          field("share", FieldType.DECIMAL));

  public static final List<Schema> ALL = List.of(UNIT, APPLICATION, ITEM, OBSERVATION);

  private TestSchemas() {}

  static Schema schema(String name, String key, Field... fields) {
    return new Schema(
        name,
        Text.same(name),
        Text.same(name),
        "office",
        List.of(key),
        Optional.empty(),
        key,
        List.of(),
        new Schema.Access(Schema.Reader.PUBLIC, Set.of("admin")),
        Arrays.asList(fields),
        List.of());
  }

  static Field field(String name, FieldType type) {
    return field(name, type, "");
  }

  static Field reference(String name, String to) {
    return field(name, FieldType.REFERENCE, to);
  }

  private static Field field(String name, FieldType type, String to) {
    return new Field(
        name,
        type,
        Text.same(name),
        Text.same(""),
        false,
        Text.same(""),
        List.of(),
        to,
        "",
        Optional.empty(),
        Optional.empty());
  }
}
