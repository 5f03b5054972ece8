package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.liuzheng.api.RegisterShapes.ImportOutcome;
import org.liuzheng.api.RegisterShapes.NewFacts;
import org.liuzheng.api.RegisterShapes.RecordPage;
import org.liuzheng.api.RegisterShapes.RecordVersion;
import org.liuzheng.api.RegisterShapes.RegisterDefinition;
import org.liuzheng.api.RegisterShapes.Written;
import org.liuzheng.ledger.Source;
import org.liuzheng.register.CsvFiles;
import org.liuzheng.register.Field;
import org.liuzheng.register.ImportRequest;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.register.Registers.Query;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final Set<String> OTHER_PARAMETERS =
      Set.of("id", "on", "known", "search", "sort", "page", "size", "lang");
  private static final String FILTERED =
      "Every field of the register is also a parameter: only"
          + " records with that value are given.";

  private final Registers registers;
  private final Asking asking;

  RegisterApi(Registers registers, Asking asking) {
    this.registers = registers;
    this.asking = asking;
  }

  @GetMapping
  @Operation(summary = "All registers with their fields, units and checks")
  List<RegisterDefinition> registers() {
    return registers.schemas().stream().map(RegisterDefinition::of).toList();
  }

  @GetMapping("/{register}/definition")
  @Operation(summary = "One register with its fields, units and checks")
  RegisterDefinition definition(@PathVariable String register) {
    return RegisterDefinition.of(asking.known(register));
  }

  @GetMapping("/{register}")
  @Operation(summary = "Records true on a day as known at a position", description = FILTERED)
  RecordPage records(
      @PathVariable String register,
      @Parameter(description = Described.ON) @RequestParam(defaultValue = "") String on,
      @Parameter(description = Described.KNOWN) @RequestParam(defaultValue = "") String known,
      @Parameter(description = "text that any text-like field contains")
          @RequestParam(defaultValue = "")
          String search,
      @Parameter(description = "field to sort by, - before it for descending; left out: by id")
          @RequestParam(defaultValue = "")
          String sort,
      @Parameter(description = Described.PAGE) @RequestParam(defaultValue = "0") int page,
      @Parameter(description = Described.SIZE) @RequestParam(defaultValue = "100") int size,
      @Parameter(hidden = true) @RequestParam Map<String, String> all) {
    Schema schema = asking.readable(register);
    return RecordPage.of(
        registers.list(
            new Query(
                register,
                equal(schema, all),
                search,
                sort,
                Math.max(page, 0),
                Math.clamp(size, 1, LARGEST_PAGE),
                asking.when(on, known))),
        schema);
  }

  private static Map<String, String> equal(Schema schema, Map<String, String> all) {
    Asking.onlyKnown(
        all.keySet(), OTHER_PARAMETERS, schema.fields().stream().map(Field::name).toList());
    Map<String, String> equal = new TreeMap<>(all);
    equal.keySet().removeIf(k -> !k.equals("id") && schema.field(k).isEmpty());
    return equal;
  }

  @GetMapping(value = "/{register}/export", produces = CSV)
  @Operation(
      summary = "The same records as a CSV file that can be imported again",
      description = FILTERED + " Private fields are left out.")
  ResponseEntity<byte[]> export(
      @PathVariable String register,
      @Parameter(description = Described.ON) @RequestParam(defaultValue = "") String on,
      @Parameter(description = Described.KNOWN) @RequestParam(defaultValue = "") String known,
      @Parameter(hidden = true) @RequestParam Map<String, String> all,
      @Parameter(hidden = true) HttpServletRequest request) {
    Schema schema = asking.readable(register);
    String csv =
        CsvFiles.register(
            registers,
            new Query(register, equal(schema, all), "", "", 0, 1, asking.when(on, known)),
            Asking.lang(request));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(CSV))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(register + ".csv").build().toString())
        .body(csv.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/{register}/record")
  @Operation(summary = "One record's version on a day as known at a position")
  RecordVersion record(
      @PathVariable String register,
      @RequestParam String id,
      @Parameter(description = Described.ON) @RequestParam(defaultValue = "") String on,
      @Parameter(description = Described.KNOWN) @RequestParam(defaultValue = "") String known) {
    Schema schema = asking.readable(register);
    return registers
        .record(register, id, asking.when(on, known))
        .map(v -> RecordVersion.of(v, schema))
        .orElseThrow(() -> Problem.notFound("api.no_record", register, id));
  }

  @GetMapping("/{register}/history")
  @Operation(summary = "Every version of a record that was ever known")
  List<RecordVersion> history(@PathVariable String register, @RequestParam String id) {
    Schema schema = asking.readable(register);
    return RecordVersion.all(registers.history(register, id), schema);
  }

  @PostMapping("/{register}/put")
  @Operation(summary = "New or changed facts about a record from a day on")
  Written put(@PathVariable String register, @RequestBody NewFacts facts) {
    asking.known(register);
    return written(
        registers.put(
            new Registers.Put(
                register, facts.validFrom(), facts.fields(), asking.author(), source())));
  }

  @PostMapping("/{register}/correct")
  @Operation(
      summary = "Replaces what was stated about a version, with a reason",
      description = "The body holds the fields that were wrong.")
  Written correct(
      @PathVariable String register,
      @RequestParam String id,
      @Parameter(description = "the day from which the version is true") @RequestParam
          String validFrom,
      @RequestParam String reason,
      @RequestBody Map<String, @Nullable String> fields) {
    asking.known(register);
    return written(
        registers.correct(
            new Registers.Correct(
                register,
                id,
                day("validFrom", validFrom),
                RegisterShapes.filled(fields),
                reason,
                asking.author(),
                source())));
  }

  @PostMapping("/{register}/withdraw")
  @Operation(
      summary = "The record is no longer true from a day on, with a reason",
      description = "From its first day on: it never was.")
  Written withdraw(
      @PathVariable String register,
      @RequestParam String id,
      @Parameter(description = "the first day it is not true") @RequestParam String from,
      @RequestParam String reason) {
    asking.known(register);
    return written(
        registers.withdraw(
            new Registers.Withdraw(
                register, id, day("from", from), reason, asking.author(), source())));
  }

  @PostMapping(value = "/{register}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Imports a CSV or Excel file, or says what an import would do",
      description = "What is rejected is part of the answer; the answer is 200 all the same.")
  ImportOutcome importFile(
      @PathVariable String register,
      @Parameter(description = "CSV (UTF-8 or GBK), XLSX or XLS, at most 200 MB") @RequestParam
          MultipartFile file,
      @Parameter(
              description =
                  "ALL_OR_NOTHING: one bad row, and nothing is written;"
                      + " GOOD_ROWS: good rows are written, bad ones listed")
          @RequestParam(defaultValue = "ALL_OR_NOTHING")
          ImportRequest.Mode mode,
      @Parameter(description = "ISO date for rows that state none") @RequestParam(defaultValue = "")
          String validFrom,
      @Parameter(description = "true: only say what would happen")
          @RequestParam(defaultValue = "false")
          boolean preview)
      throws IOException {
    Schema schema = asking.known(register);
    ImportRequest request =
        new ImportRequest(
            register,
            Objects.requireNonNullElse(file.getOriginalFilename(), "file"),
            file.getBytes(),
            validFrom,
            mode,
            asking.author());
    return ImportOutcome.of(preview ? registers.preview(request) : registers.run(request), schema);
  }

  private static LocalDate day(String parameter, String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw Problem.bad(Refusal.of("api.bad_day", parameter, parameter, text));
    }
  }

  private Source source() {
    return new Source.Api(asking.visitor().login());
  }

  private static Written written(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> new Written(accepted.record(), accepted.seq());
      case Outcome.Refused refused ->
          throw new Problem(
              refused.why().stream().anyMatch(w -> w.key().equals("register.may_not_write"))
                  ? HttpStatus.FORBIDDEN
                  : HttpStatus.UNPROCESSABLE_CONTENT,
              refused.why());
    };
  }
}
