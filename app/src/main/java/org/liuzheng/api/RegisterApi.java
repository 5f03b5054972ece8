package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.liuzheng.ledger.Source;
import org.liuzheng.register.Import;
import org.liuzheng.register.ImportRequest;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/registers")
@Tag(name = "Registers", description = "Kinds of record, their records in two times, and imports")
class RegisterApi {
  private static final int LARGEST_PAGE = 1000;

  private final Registers registers;
  private final Asking asking;

  RegisterApi(Registers registers, Asking asking) {
    this.registers = registers;
    this.asking = asking;
  }

  @GetMapping
  @Operation(summary = "All registers with their fields, units and checks")
  List<Schema> registers() {
    return registers.schemas();
  }

  @GetMapping("/{register}")
  @Operation(summary = "Records true on a day as known at a position")
  Registers.Found records(@PathVariable String register,
      @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String known,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "") String sort, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "100") int size,
      @Parameter(hidden = true) @RequestParam Map<String, String> all) {
    Schema schema = asking.readable(register);
    Map<String, String> equal = new TreeMap<>(all);
    equal.keySet().removeIf(k -> !k.equals("id") && schema.field(k).isEmpty());
    return registers.list(new Registers.Query(register, equal, search, sort, Math.max(page, 0),
        Math.clamp(size, 1, LARGEST_PAGE), asking.when(on, known)));
  }

  @GetMapping("/{register}/record")
  @Operation(summary = "One record's version on a day as known at a position")
  Version record(@PathVariable String register, @RequestParam String id,
      @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String known) {
    asking.readable(register);
    return registers.record(register, id, asking.when(on, known))
        .orElseThrow(() -> Problem.notFound("api.no_record", register, id));
  }

  @GetMapping("/{register}/history")
  @Operation(summary = "Every version of a record that was ever known")
  List<Version> history(@PathVariable String register, @RequestParam String id) {
    asking.readable(register);
    return registers.history(register, id);
  }

  @PostMapping("/{register}/put")
  @Operation(summary = "New or changed facts about a record from a day on")
  Outcome.Accepted put(@PathVariable String register, @RequestBody Facts facts) {
    asking.known(register);
    return accepted(registers.put(new Registers.Put(register,
        Objects.requireNonNullElse(facts.validFrom(), ""), mentioned(facts.fields()),
        asking.author(), source())));
  }

  @PostMapping("/{register}/correct")
  @Operation(summary = "Replaces what was stated about a version, with a reason")
  Outcome.Accepted correct(@PathVariable String register, @RequestParam String id,
      @RequestParam LocalDate validFrom, @RequestParam String reason,
      @RequestBody Map<String, @Nullable String> fields) {
    asking.known(register);
    return accepted(registers.correct(new Registers.Correct(register, id, validFrom,
        mentioned(fields), reason, asking.author(), source())));
  }

  @PostMapping("/{register}/withdraw")
  @Operation(summary = "The record is no longer true from a day on, with a reason")
  Outcome.Accepted withdraw(@PathVariable String register, @RequestParam String id,
      @RequestParam LocalDate from, @RequestParam String reason) {
    asking.known(register);
    return accepted(registers.withdraw(
        new Registers.Withdraw(register, id, from, reason, asking.author(), source())));
  }

  @PostMapping("/{register}/import")
  @Operation(summary = "Imports a CSV or Excel file, or says what an import would do")
  Import importFile(@PathVariable String register, @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "ALL_OR_NOTHING") ImportRequest.Mode mode,
      @RequestParam(defaultValue = "") String validFrom,
      @RequestParam(defaultValue = "false") boolean preview) throws IOException {
    asking.readable(register);
    ImportRequest request = new ImportRequest(register,
        Objects.requireNonNullElse(file.getOriginalFilename(), "file"), file.getBytes(),
        validFrom, mode, asking.author());
    return preview ? registers.preview(request) : registers.run(request);
  }

  /** JSON's null blanks a field, as an empty text does. */
  private static Map<String, String> mentioned(@Nullable Map<String, @Nullable String> fields) {
    Map<String, String> mentioned = new TreeMap<>();
    if (fields != null) {
      fields.forEach((name, value) ->
          mentioned.put(name, Objects.requireNonNullElse(value, "")));
    }
    return mentioned;
  }

  private Source source() {
    return new Source.Api(asking.visitor().login());
  }

  private static Outcome.Accepted accepted(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> accepted;
      case Outcome.Refused refused -> throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT,
          refused.why());
    };
  }

  /** @param validFrom ISO date; may be left out where the register has a {@code since} field */
  record Facts(@Nullable String validFrom, @Nullable Map<String, @Nullable String> fields) {}
}
