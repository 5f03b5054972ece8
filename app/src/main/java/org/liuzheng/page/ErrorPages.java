package org.liuzheng.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** The one place where what cannot be shown becomes a page, or a problem for a program. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private final Shells shells;

  ErrorPages(Shells shells) {
    this.shells = shells;
  }

  @ExceptionHandler
  ModelAndView notShown(NotShown why, HttpServletRequest request) {
    return page(request, why.status(), why.why());
  }

  /** An upload that is too large, or no form at all. */
  @ExceptionHandler({MultipartException.class, InvalidParameterException.class})
  Object badUpload(RuntimeException e, HttpServletRequest request) {
    return told(request, unreadable(e).orElse(HttpStatus.BAD_REQUEST));
  }

  /** What the container, the security chain or Spring itself refused, and what broke. */
  @RequestMapping("/error")
  Object refused(HttpServletRequest request) {
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    HttpStatus status = unreadable(cause).orElseGet(() -> status(request));
    if (status.is5xxServerError()) {
      LOG.error("request failed path={}", path(request), cause);
    }
    return told(request, status);
  }

  /** The status of a form that could not be read, if that is what went wrong. */
  private static Optional<HttpStatus> unreadable(@Nullable Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof MaxUploadSizeExceededException
          || (e instanceof InvalidParameterException i
              && i.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value())) {
        return Optional.of(HttpStatus.CONTENT_TOO_LARGE);
      }
      if (e instanceof MultipartException || e instanceof InvalidParameterException) {
        return Optional.of(HttpStatus.BAD_REQUEST);
      }
    }
    return Optional.empty();
  }

  private Object told(HttpServletRequest request, HttpStatus status) {
    List<Refusal> why = List.of(Refusal.of("page.error." + known(status).value(), ""));
    return forProgram(request)
        ? problem(request, status, why.getFirst())
        : page(request, status, why);
  }

  private ModelAndView page(HttpServletRequest request, HttpStatus status, List<Refusal> why) {
    return Pages.show(
        "page/error",
        new ErrorPage(
            shells.ofToday(request),
            status.value(),
            "page.error.title." + known(status).value(),
            why),
        status);
  }

  private static ResponseEntity<ProblemDetail> problem(
      HttpServletRequest request, HttpStatus status, Refusal why) {
    Lang lang = Languages.of(request);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, why.says().in(lang));
    problem.setType(URI.create("urn:liuzheng:" + why.key()));
    problem.setInstance(instance(request));
    problem.setProperty(
        "refusals",
        List.of(
            new TreeMap<>(
                Map.of("key", why.key(), "place", why.place(), "says", why.says().in(lang)))));
    return ResponseEntity.status(status)
        .header(HttpHeaders.CONTENT_LANGUAGE, lang.tag())
        .body(problem);
  }

  /** The address that was refused, unless it is so mistyped that it is none. */
  private static @Nullable URI instance(HttpServletRequest request) {
    try {
      return URI.create(path(request));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean forProgram(HttpServletRequest request) {
    String accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
    return path(request).startsWith("/api/")
        || path(request).startsWith("/log/")
        || (accept.contains("json") && !accept.contains("html"));
  }

  private static String path(HttpServletRequest request) {
    Object refused = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return refused == null ? request.getRequestURI() : refused.toString();
  }

  private static HttpStatus status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR)
        : HttpStatus.NOT_FOUND;
  }

  /** The kinds of refusal that have words of their own. */
  private static HttpStatus known(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONTENT_TOO_LARGE, METHOD_NOT_ALLOWED -> status;
      default ->
          status.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
