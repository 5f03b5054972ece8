package org.liuzheng.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * What a page knows before it knows what it shows: who reads it, in which language, at which two
 * times, and the frame around it. One is made for each request.
 *
 * @param csrf asked only by pages with a form, as asking opens a session
 */
public record Shell(
    Lang lang, Visitor visitor, Frame frame, Here here, Moment moment, Supplier<Csrf> csrf) {

  /**
   * @param position entries known when the page was made
   * @param root the signed tree hash of that position, in hex
   * @param statics the folder of the program's own style sheet and script, with their version
   * @param studio whether definitions are edited by this visitor
   */
  public record Frame(
      Text district, long position, String root, String statics, Libraries lib, boolean studio) {}

  /** Addresses of the scripts of others, with their versions. */
  public record Libraries(String htmx, String echarts) {}

  /**
   * @param query the first value of each parameter, in the order of the request
   */
  public record Here(String path, Map<String, String> query) {}

  /**
   * The two times in force.
   *
   * @param usual the day this page opens on when none is asked for
   * @param on the day as asked for; empty when it was not
   * @param known the position, day or time as asked for; empty when it was not
   */
  public record Moment(District district, When when, LocalDate usual, String on, String known) {
    /** Whether the page shows another day or another state of knowledge than it opens on. */
    public boolean asked() {
      return !on.isEmpty() || !known.isEmpty();
    }
  }

  public record Csrf(String parameter, String header, String token) {}

  public When when() {
    return moment.when();
  }

  /** The same request for a page that opens on another day, such as a report's. */
  public Shell openingOn(LocalDate day) {
    return new Shell(
        lang,
        visitor,
        frame,
        here,
        new Moment(
            moment.district(),
            moment.district().when(moment.on(), moment.known(), day),
            day,
            moment.on(),
            moment.known()),
        csrf);
  }

  public String say(String key, Object... arguments) {
    return Words.text(key, arguments).in(lang);
  }

  public String say(Text text) {
    return text.in(lang);
  }

  /**
   * A link that keeps the two times asked for.
   *
   * @param path encoded already where it holds names from data, see {@link #part}
   * @param namesAndValues parameters; one with an empty value is left out
   */
  public String link(String path, String... namesAndValues) {
    Map<String, String> query = new LinkedHashMap<>();
    put(query, namesAndValues);
    query.putIfAbsent("on", moment.on());
    query.putIfAbsent("known", moment.known());
    return address(path, query);
  }

  /**
   * A link that keeps the day too, for a page that opens on a day of its own and leads to one that
   * would open on another.
   */
  public String linkThen(LocalDate on, String path, String... namesAndValues) {
    Map<String, String> query = new LinkedHashMap<>();
    put(query, namesAndValues);
    query.put("on", on.equals(moment.district().today()) ? moment.on() : on.toString());
    query.put("known", moment.known());
    return address(path, query);
  }

  /** This page with some parameters set otherwise; one with an empty value is taken away. */
  public String here(String... namesAndValues) {
    Map<String, String> query = new LinkedHashMap<>(here.query());
    query.remove(Languages.NAME);
    put(query, namesAndValues);
    return address(here.path(), query);
  }

  /** The sign-in page, which leads back here. */
  public String signIn() {
    String back = here("failed", "");
    return address(
        "/sign-in", Map.of("then", back.startsWith("/sign-in") || back.equals("/") ? "" : back));
  }

  /** Text as one part of a path; a slash in it, as in a record's id, stays a separator. */
  public static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  /** Address of one of the program's own static files. */
  public String file(String name) {
    return frame.statics() + "/" + name;
  }

  private static void put(Map<String, String> query, String... namesAndValues) {
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      query.put(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private static String address(String path, Map<String, String> query) {
    String parameters =
        query.entrySet().stream()
            .filter(e -> !e.getValue().isEmpty())
            .map(e ->
                part(e.getKey()) + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return parameters.isEmpty() ? path : path + "?" + parameters;
  }
}
