package org.liuzheng.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.liuzheng.people.FolderToken;
import org.liuzheng.postgres.DataFolder;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program behind a data folder, spoken to through its API; closed when this command ends. */
final class Program implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PATIENCE_TRIES = 240;
  private static final long TRY_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final HttpClient http = HttpClient.newHttpClient();
  private final DataFolder.Note note;
  private final Optional<Started> started;
  private final String language;

  private Program(DataFolder.Note note, Optional<Started> started, String language) {
    this.note = note;
    this.started = started;
    this.language = language;
  }

  /** The running program, or one started for this command; one that is starting is waited for. */
  static Program on(OnDistrict command, Progress progress) {
    String language = command.context.lang().tag();
    Path folder = command.dataFolder();
    for (int tries = 0; tries < PATIENCE_TRIES; tries++) {
      switch (DataFolder.use(folder)) {
        case DataFolder.Use.Running running -> {
          return new Program(running.note(), Optional.empty(), language);
        }
        case DataFolder.Use.Free free -> {
          return started(Started.forOneCommand(command, progress), language);
        }
        case DataFolder.Use.Starting starting -> {
          progress.tell(Words.text("cli.waiting"));
          LockSupport.parkNanos(TRY_EVERY_NANOS);
        }
      }
    }
    throw new Spoken(CommandLineMain.CANNOT_START, DataFolder.inUse(folder, Optional.empty()));
  }

  private static Program started(Started started, String language) {
    String token = started.spring().getBean(FolderToken.class).value();
    return new Program(
        new DataFolder.Note(started.address(), token), Optional.of(started), language);
  }

  JsonNode get(String path, Map<String, String> query) {
    return JSON.readTree(read(send(request(path, query).GET())));
  }

  /** The answer's bytes, to be read and closed. */
  InputStream download(String path, Map<String, String> query) {
    return send(request(path, query).GET());
  }

  JsonNode post(String path, Map<String, String> query, String contentType, BodyPublisher body) {
    return JSON.readTree(
        read(send(request(path, query).header("Content-Type", contentType).POST(body))));
  }

  /** Posts nothing and is answered in lines of JSON, the last of which is returned. */
  JsonNode follow(String path, Consumer<JsonNode> earlier) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                send(
                    request(path, Map.of())
                        .header("Accept", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.noBody())),
                StandardCharsets.UTF_8))) {
      JsonNode last = JSON.nullNode();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        earlier.accept(last);
        last = JSON.readTree(line);
      }
      return last;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) {
    String parameters =
        query.entrySet().stream()
            .filter(e -> !e.getValue().isEmpty())
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(note.address() + path + "?" + parameters))
        .header("Authorization", "Bearer " + note.token())
        .header("Accept-Language", language);
  }

  /** A value as one part of a path or query. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private InputStream send(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() >= HttpStatus.BAD_REQUEST.value()) {
        throw refused(answer.statusCode(), new String(read(answer.body()), StandardCharsets.UTF_8));
      }
      return answer.body();
    } catch (ConnectException e) {
      throw new Spoken(CommandLineMain.CANNOT_START, Words.text("cli.no_answer", note.address()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static byte[] read(InputStream body) {
    try (body) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a problem says, one line for each refusal. */
  private static Spoken refused(int status, String body) {
    if (!body.startsWith("{")) {
      return new Spoken(CommandLineMain.DEFECT, Text.same(status + " " + body));
    }
    JsonNode problem = JSON.readTree(body);
    List<String> says =
        problem
            .path("refusals")
            .valueStream()
            .map(r -> r.path("says").asString(""))
            .filter(s -> !s.isEmpty())
            .toList();
    return new Spoken(
        status >= HttpStatus.INTERNAL_SERVER_ERROR.value()
            ? CommandLineMain.DEFECT
            : CommandLineMain.REFUSED,
        Text.same(
            says.isEmpty() ? problem.path("detail").asString(body) : String.join("\n", says)));
  }

  static String json(Object value) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  @Override
  public void close() {
    http.close();
    started.ifPresent(Started::close);
  }
}
