package org.liuzheng.screens;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liuzheng.RunningExample;

/** A visitor of the example's pages without a browser, with cookies and without a script. */
final class Visiting {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String baseUrl;

  Visiting() {
    this(RunningExample.baseUrl());
  }

  /** A visitor of another district's pages. */
  Visiting(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * @param text the page without its tags, as a reader sees it
   */
  record Seen(int status, String html, String text, HttpResponse<String> response) {
    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  Seen get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Posts a form with the token of the page it stands on. */
  Seen post(String page, String path, Map<String, String> form) {
    Matcher token = CSRF.matcher(get(page).html());
    String csrf = token.find() ? token.group(1) : "";
    return postWithout(path, Map.of("_csrf", csrf), form);
  }

  @SafeVarargs
  final Seen postWithout(String path, Map<String, String>... forms) {
    String body =
        java.util.Arrays.stream(forms)
            .flatMap(f -> f.entrySet().stream())
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Sends a file with a form, with the token of the page that it stands on. */
  Seen send(String page, String part, String name, byte[] content, Map<String, String> form) {
    Matcher token = CSRF.matcher(get(page).html());
    Map<String, String> fields = new HashMap<>(form);
    fields.put("_csrf", token.find() ? token.group(1) : "");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((field, value) ->
        body.writeBytes(
            ("--line\r\nContent-Disposition: form-data;"
                    + " name=\""
                    + field
                    + "\"\r\n\r\n"
                    + value
                    + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--line\r\nContent-Disposition: form-data; name=\""
                + part
                + "\"; filename=\""
                + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--line--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(at(page))
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=line")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  /** A file as it is downloaded. */
  byte[] download(String path) {
    try {
      return client
          .send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Seen signIn(String login, String password) {
    return post("/sign-in", "/sign-in", Map.of("username", login, "password", password));
  }

  private URI at(String path) {
    return URI.create(baseUrl + path);
  }

  private Seen send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      String text =
          response
              .body()
              .replaceAll("<[^>]*>", "")
              .replaceAll("\\s+", " ")
              .replace("&#34;", "\"")
              .replace("&amp;", "&");
      return new Seen(response.statusCode(), response.body(), text, response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
