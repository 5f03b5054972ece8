package org.liuzheng.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of a running program's API, as somebody: anonymous, signed in, or the folder's owner.
 */
public final class Api {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String baseUrl;
  private final String[] headers;

  private Api(String baseUrl, String... headers) {
    this.baseUrl = baseUrl;
    this.headers = headers;
  }

  static Api anonymous(String baseUrl) {
    return new Api(baseUrl);
  }

  public static Api folderOwner(String baseUrl, String token) {
    return new Api(baseUrl, "Authorization", "Bearer " + token);
  }

  /** A session of an account; its writes still have to carry the session's token. */
  public static Api signedIn(String baseUrl, String login, String password) {
    Api api = new Api(baseUrl);
    HttpResponse<String> answer =
        api.post(
            "/sign-in",
            "application/x-www-form-urlencoded",
            "username=" + encode(login) + "&password=" + encode(password),
            api.csrf());
    if (answer.headers().firstValue("Location").orElse("").contains("failed")) {
      throw new IllegalStateException("sign-in failed: " + answer);
    }
    return api;
  }

  /** Header name and value that a write of this session carries. */
  String[] csrf() {
    JsonNode token = json("/api/session").path("token");
    return new String[] {token.path("header").asString(), token.path("value").asString()};
  }

  public JsonNode json(String path, String... more) {
    return JSON.readTree(get(path, more).body());
  }

  public HttpResponse<String> get(String path, String... more) {
    return send(request(path, more).GET());
  }

  public HttpResponse<String> post(String path, String type, String body, String... more) {
    return send(
        request(path, more).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  /** Sends a file as the form's part {@code file}. */
  HttpResponse<String> upload(String path, String name, String content, String... more) {
    return post(
        path,
        "multipart/form-data; boundary=line",
        """
        --line\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: text/csv\r
        \r
        %s\r
        --line--\r
        """
            .formatted(name, content),
        more);
  }

  HttpResponse<String> send(String method, String path, String... more) {
    return send(request(path, more).method(method, BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path, String... more) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return more.length > 0 ? request.headers(more) : request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode read(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
