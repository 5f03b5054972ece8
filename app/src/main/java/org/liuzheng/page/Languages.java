package org.liuzheng.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.liuzheng.words.Lang;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A language that a request asks for is remembered in a cookie. */
@Component
public class Languages extends OncePerRequestFilter {
  static final String NAME = "lang";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  /** What the request asks for, else what was chosen before, else what the browser prefers. */
  public static Lang of(HttpServletRequest request) {
    return asked(request).or(() -> chosen(request)).or(() -> preferred(request)).orElse(Lang.ZH);
  }

  private static Optional<Lang> asked(HttpServletRequest request) {
    try {
      return Optional.ofNullable(request.getParameter(NAME))
          .filter(l -> !l.isBlank())
          .map(Lang::of);
    } catch (InvalidParameterException unreadable) {
      // The form is broken, which is then told in the language of the browser.
      return Optional.empty();
    }
  }

  private static Optional<Lang> chosen(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(c -> c.getName().equals(NAME))
        .map(Cookie::getValue)
        .map(Lang::of)
        .findFirst();
  }

  private static Optional<Lang> preferred(HttpServletRequest request) {
    return Stream.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
        .flatMap(header -> Collections.list(request.getLocales()).stream())
        .map(Locale::getLanguage)
        .filter(l -> l.equals("zh") || l.equals("en"))
        .map(Lang::of)
        .findFirst();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getMethod().equals("GET")) {
      asked(request)
          .ifPresent(lang ->
              response.addHeader(
                  HttpHeaders.SET_COOKIE,
                  ResponseCookie.from(NAME, lang.tag())
                      .path("/")
                      .httpOnly(true)
                      .sameSite("Lax")
                      .maxAge(REMEMBERED)
                      .build()
                      .toString()));
    }
    chain.doFilter(request, response);
  }
}
