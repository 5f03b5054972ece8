package org.liuzheng.screens;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Schema;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What somebody typed into a form.
 *
 * @param fields field name to text, blank ones too; none before anything was sent
 * @param cleared private fields whose value shall be taken away
 * @param seen the record's newest entry when the form was opened
 */
record Typed(
    Map<String, String> fields, Set<String> cleared, String validFrom, String reason, String seen) {
  static final Typed NOTHING = new Typed(Map.of(), Set.of(), "", "", "");
  private static final String KEPT = "kept.";

  boolean sent() {
    return !fields.isEmpty();
  }

  /** Values that a link offers, to begin with. */
  static Typed offered(Schema schema, Map<String, String> all) {
    Map<String, String> fields = new HashMap<>();
    schema
        .fields()
        .forEach(f ->
            Optional.ofNullable(all.get(FormInputs.FIELD + f.name()))
                .ifPresent(v -> fields.put(f.name(), v)));
    return new Typed(fields, Set.of(), all.getOrDefault(FormInputs.VALID_FROM, ""), "", "");
  }

  /** Reads a form as it was sent; a file that came with it is kept. */
  @Component
  static final class Reader {
    private final Evidence evidence;

    Reader(Evidence evidence) {
      this.evidence = evidence;
    }

    Typed read(Schema schema, HttpServletRequest request) {
      Map<String, String> fields = new HashMap<>();
      Set<String> cleared = new HashSet<>();
      for (Field field : schema.fields()) {
        fields.put(
            field.name(),
            field.type() == FieldType.FILE
                ? file(field, request)
                : text(request, FormInputs.FIELD + field.name()));
        if (!text(request, FormInputs.CLEAR + field.name()).isEmpty()) {
          cleared.add(field.name());
        }
      }
      return new Typed(
          fields,
          cleared,
          text(request, FormInputs.VALID_FROM),
          text(request, FormInputs.REASON),
          text(request, "seen"));
    }

    private String file(Field field, HttpServletRequest request) {
      String name = FormInputs.FIELD + field.name();
      if (request instanceof MultipartHttpServletRequest parts) {
        MultipartFile file = parts.getFile(name);
        if (file != null && !file.isEmpty()) {
          try {
            return evidence.keep(file.getBytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
      return text(request, KEPT + name);
    }

    private static String text(HttpServletRequest request, String name) {
      return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }
  }
}
