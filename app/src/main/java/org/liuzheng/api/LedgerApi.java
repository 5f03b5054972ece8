package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liuzheng.api.LedgerShapes.LedgerCheck;
import org.liuzheng.api.LedgerShapes.LedgerCheckpoint;
import org.liuzheng.api.LedgerShapes.LedgerProgress;
import org.liuzheng.api.LedgerShapes.LedgerProof;
import org.liuzheng.ledger.Bundles;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.words.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/ledger")
@Tag(name = "Ledger", description = "The signed position, entries with their proofs, verification")
class LedgerApi {
  private static final String ZIP = "application/zip";
  private static final int LINE_EVERY = 2000;
  private static final int LARGEST_BUNDLE = 1000;

  private final Ledger ledger;
  private final Bundles bundles;
  private final Asking asking;
  private final JsonMapper json;

  LedgerApi(Ledger ledger, Bundles bundles, Asking asking, JsonMapper json) {
    this.ledger = ledger;
    this.bundles = bundles;
    this.asking = asking;
    this.json = json;
  }

  @GetMapping
  @Operation(summary = "The newest signed checkpoint")
  LedgerCheckpoint checkpoint() {
    return LedgerCheckpoint.of(ledger.checkpoint());
  }

  @GetMapping("/{seq}")
  @Operation(summary = "An entry with its proof of inclusion")
  LedgerProof proof(@PathVariable long seq) {
    readable(seq);
    return ledger
        .prove(seq)
        .map(LedgerProof::of)
        .orElseThrow(() -> Problem.notFound("api.no_entry", String.valueOf(seq)));
  }

  @GetMapping(value = "/bundle", produces = ZIP)
  @Operation(
      summary = "Entries as a ZIP that anyone can verify offline",
      description = "Without seq the whole ledger, which only an administrator may have.")
  @ApiResponse(
      responseCode = "200",
      description = "A bundle as docs/specs/log.md describes it",
      content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
  void bundle(
      @Parameter(description = "the entries wanted, at most 1000") @RequestParam(defaultValue = "")
          List<@Nullable Long> seq,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    if (seq.isEmpty()) {
      asking.administrator();
    }
    if (seq.size() > LARGEST_BUNDLE) {
      throw Problem.bad(
          Refusal.of(
              "api.too_many", "seq", String.valueOf(seq.size()), String.valueOf(LARGEST_BUNDLE)));
    }
    List<Long> wanted = seq.stream().flatMap(Stream::ofNullable).toList();
    wanted.forEach(this::readable);
    response.setContentType(ZIP);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("ledger.zip").build().toString());
    if (seq.isEmpty()) {
      bundles.writeFrom(0, response.getOutputStream());
    } else {
      bundles.write(wanted, response.getOutputStream());
    }
  }

  @PostMapping(value = "/verify", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Recomputes every entry, the tree and the signature from what is stored",
      description =
          "For administrators. Asked for application/x-ndjson, it sends a line"
              + " {checked, of} now and then, and the result as the last line.")
  LedgerCheck verify() {
    asking.administrator();
    return LedgerCheck.of(ledger.verify(seq -> {}));
  }

  @PostMapping(value = "/verify", produces = MediaType.APPLICATION_NDJSON_VALUE)
  @Operation(summary = "The same, telling how far it is")
  @ApiResponse(
      responseCode = "200",
      description = "Lines of JSON, the last one the result",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_NDJSON_VALUE,
              schema = @Schema(implementation = LedgerCheck.class)))
  void verifyTelling(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
    asking.administrator();
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    OutputStream out = response.getOutputStream();
    long size = ledger.size();
    LedgerCheck found =
        LedgerCheck.of(
            ledger.verify(seq -> {
              if (seq % LINE_EVERY == 0) {
                JsonLines.write(json, out, new LedgerProgress(seq, size));
              }
            }));
    JsonLines.write(json, out, found);
  }

  /** An entry shows a record, so its register must be readable. */
  private void readable(long seq) {
    Optional<Entry> entry = ledger.entry(seq);
    if (entry.isEmpty()) {
      throw Problem.notFound("api.no_entry", String.valueOf(seq));
    }
    if (!asking.visitor().roles().contains("admin")) {
      asking.readable(entry.get().register());
    }
  }
}
