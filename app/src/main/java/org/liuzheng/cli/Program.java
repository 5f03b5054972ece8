package org.liuzheng.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liuzheng.postgres.DataFolder;
import org.liuzheng.words.Text;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program behind a data folder, spoken to through its API; closed when this command ends. */
final class Program implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final DataFolder.Note note;
  private final Optional<Started> started;
  private final String language;

  private Program(DataFolder.Note note, Optional<Started> started, String language) {
    this.note = note;
    this.started = started;
    this.language = language;
  }

  static Program on(OnDistrict command) {
    String language = command.context.lang().tag();
    return DataFolder.running(command.dataFolder())
        .map(note -> new Program(note, Optional.empty(), language)).orElseGet(() -> {
          Started started = Started.start(command, 0, Map.of());
          DataFolder.Note note = new DataFolder.Note(started.address(),
              started.spring().getBean(org.liuzheng.people.FolderToken.class).value());
          return new Program(note, Optional.of(started), language);
        });
  }

  JsonNode get(String path, Map<String, String> query) {
    return JSON.readTree(bytes(request(path, query).GET().build()));
  }

  byte[] download(String path, Map<String, String> query) {
    return bytes(request(path, query).GET().build());
  }

  JsonNode post(String path, Map<String, String> query, String contentType, byte[] body) {
    return JSON.readTree(bytes(request(path, query).header("Content-Type", contentType)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build()));
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) {
    String parameters = query.entrySet().stream().filter(e -> !e.getValue().isEmpty())
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(note.address() + path + "?" + parameters))
        .header("Authorization", "Bearer " + note.token()).header("Accept-Language", language);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private byte[] bytes(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() >= HttpStatus.BAD_REQUEST.value()) {
        throw new Spoken(CommandLineMain.REFUSED, Text.same(sentence(answer)));
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String sentence(HttpResponse<byte[]> answer) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    String fallback = answer.statusCode() + " " + body;
    return body.startsWith("{") ? JSON.readTree(body).path("detail").asString(fallback) : fallback;
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
