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
import org.liuzheng.figure.Recheck;
import org.liuzheng.figure.Rechecks;
import org.liuzheng.words.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Figures")
class RecheckApi {
  private final Rechecks rechecks;
  private final Asking asking;
  private final JsonMapper json;

  RecheckApi(Rechecks rechecks, Asking asking, JsonMapper json) {
    this.rechecks = rechecks;
    this.asking = asking;
    this.json = json;
  }

  /** How the program is. */
  record Health(
      @Schema(description = "up, or alarm while a figure is not its rows") String status,
      @Schema(description = "figures that were found wrong and are asked of the records")
          List<String> doubted) {}

  /** The last recheck that came to its end. */
  record LastRecheck(
      @Schema(description = "whether one is running now") boolean running,
      @Schema(description = "null before the first", nullable = true) Optional<Recheck> last) {}

  /** How far a recheck is. */
  record RecheckProgress(String figure, int checked, int of) {}

  @GetMapping("/api/health")
  @Operation(summary = "Whether the program is well")
  Health health() {
    List<String> doubted =
        rechecks.last().stream()
            .flatMap(r -> r.mismatches().stream())
            .flatMap(m -> m.figures().stream())
            .distinct()
            .toList();
    return new Health(doubted.isEmpty() ? "up" : "alarm", doubted);
  }

  @GetMapping("/api/recheck")
  @Operation(summary = "What the last recheck of all figures found, for staff")
  LastRecheck last() {
    if (!asking.visitor().signedIn()) {
      throw new Problem(HttpStatus.FORBIDDEN, List.of(Refusal.of("api.staff_only", "")));
    }
    return new LastRecheck(rechecks.running().isPresent(), rechecks.last());
  }

  @PostMapping(value = "/api/recheck", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Holds every kept figure against its rows",
      description =
          "For administrators. Asked for application/x-ndjson, it sends a line"
              + " {figure, checked, of} for each figure, and the result as the last line.")
  Recheck recheck() {
    return run(at -> {});
  }

  @PostMapping(value = "/api/recheck", produces = MediaType.APPLICATION_NDJSON_VALUE)
  @Operation(summary = "The same, telling how far it is")
  @ApiResponse(
      responseCode = "200",
      description = "Lines of JSON, the last one the result",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_NDJSON_VALUE,
              schema = @Schema(implementation = Recheck.class)))
  void recheckTelling(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
    asking.administrator();
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    OutputStream out = response.getOutputStream();
    JsonLines.write(
        json,
        out,
        run(at ->
            JsonLines.write(json, out, new RecheckProgress(at.figure(), at.done(), at.of()))));
  }

  private Recheck run(Rechecks.Progress progress) {
    asking.administrator();
    return rechecks
        .run(progress)
        .orElseThrow(
            () -> new Problem(HttpStatus.CONFLICT, List.of(Refusal.of("api.recheck_running", ""))));
  }
}
