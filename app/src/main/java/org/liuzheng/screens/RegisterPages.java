package org.liuzheng.screens;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.register.CsvFiles;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of registers, and the page of one. */
@Controller
class RegisterPages {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Registers registers;
  private final OpenRegisters open;
  private final RegisterShelf shelf;
  private final RegisterReading reading;

  RegisterPages(
      Registers registers, OpenRegisters open, RegisterShelf shelf, RegisterReading reading) {
    this.registers = registers;
    this.open = open;
    this.shelf = shelf;
    this.reading = reading;
  }

  @GetMapping("/registers")
  ModelAndView registers(Shell shell) {
    return Pages.show("screens/registers", shelf.page(shell));
  }

  @GetMapping("/registers/{register}")
  ModelAndView register(
      Shell shell, @PathVariable String register, @RequestParam Map<String, String> all) {
    Schema schema = open.toRead(shell, register);
    return Pages.show("screens/register", reading.page(shell, schema, asked(shell, schema, all)));
  }

  @GetMapping("/registers/{register}/export.csv")
  ResponseEntity<byte[]> export(
      Shell shell, @PathVariable String register, @RequestParam Map<String, String> all) {
    Schema schema = open.toRead(shell, register);
    return file(
        register + "-" + shell.when().on() + ".csv",
        CsvFiles.register(registers, asked(shell, schema, all).query(), shell.lang()));
  }

  /** Records whose id or words contain what was typed into a field that refers to them. */
  @GetMapping("/registers/{register}/suggest")
  ModelAndView suggest(
      Shell shell, @PathVariable String register, @RequestParam Map<String, String> all) {
    Schema schema = open.toRead(shell, register);
    String typed =
        all.entrySet().stream()
            .filter(e -> e.getKey().startsWith(FormInputs.FIELD))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    return Pages.show("screens/suggestions", reading.suggestions(shell, schema, typed));
  }

  static ResponseEntity<byte[]> file(String name, String csv) {
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(csv.getBytes(StandardCharsets.UTF_8));
  }

  /** What a page of records shows: only filters that say something are kept. */
  private static Asked asked(Shell shell, Schema schema, Map<String, String> all) {
    Map<String, String> equal = new TreeMap<>();
    schema.fields().stream()
        .filter(RegisterReading::filters)
        .forEach(f -> {
          String value = all.getOrDefault(f.name(), "").strip();
          if (!value.isEmpty() && !Asked.OWN.contains(f.name())) {
            equal.put(f.name(), value);
          }
        });
    String sort = all.getOrDefault("sort", "");
    if (!sort.isEmpty() && schema.field(sort.replaceFirst("^-", "")).isEmpty()) {
      throw NotShown.bad(Refusal.of("register_page.bad_sort", "sort", sort));
    }
    return new Asked(
        new Registers.Query(
            schema.name(),
            equal,
            all.getOrDefault("search", ""),
            sort,
            number(all.getOrDefault("page", "")),
            RegisterReading.SIZE,
            shell.when()),
        all.getOrDefault("columns", "").equals("all"));
  }

  static int number(String page) {
    if (!page.isEmpty() && !page.matches("\\d{1,6}")) {
      throw NotShown.bad(Refusal.of("screens.bad_page", "page", page));
    }
    return page.isEmpty() ? 0 : Integer.parseInt(page);
  }

  /**
   * @param allColumns whether every field has a column
   */
  record Asked(Registers.Query query, boolean allColumns) {
    /** Parameters of the page itself; a field of such a name cannot be filtered by. */
    static final java.util.Set<String> OWN =
        java.util.Set.of("on", "known", "lang", "search", "sort", "page", "columns");
  }
}
