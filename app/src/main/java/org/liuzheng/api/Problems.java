package org.liuzheng.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liuzheng.ledger.LedgerBusy;
import org.liuzheng.ledger.LedgerStopped;
import org.liuzheng.ledger.NotWritten;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where refusals of the API become RFC 9457 problems, in the reader's language. */
@RestControllerAdvice(basePackageClasses = Problems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Problem problem, HttpServletRequest request) {
    return answer(problem.status(), problem.why(), HttpHeaders.EMPTY, request);
  }

  /** The writer could not write; what it says tells whether trying again is right. */
  @ExceptionHandler({LedgerBusy.class, LedgerStopped.class, NotWritten.class})
  ResponseEntity<ProblemDetail> notNow(RuntimeException e, HttpServletRequest request) {
    LOG.error("ledger does not write path={}", request.getRequestURI(), e);
    Refusal why =
        switch (e) {
          case LedgerBusy busy -> new Refusal("ledger.busy", "", busy.says());
          case LedgerStopped stopped -> new Refusal("ledger.commit_unknown", "", stopped.says());
          case NotWritten not -> new Refusal("ledger.not_written", "", not.says());
          default -> Refusal.of("api.broken", "");
        };
    return answer(HttpStatus.SERVICE_UNAVAILABLE, List.of(why), HttpHeaders.EMPTY, request);
  }

  @ExceptionHandler(MultipartException.class)
  ResponseEntity<ProblemDetail> badUpload(MultipartException e, HttpServletRequest request) {
    return answer(HttpStatus.BAD_REQUEST, List.of(Misuse.of(e)), HttpHeaders.EMPTY, request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> broken(RuntimeException e, HttpServletRequest request) {
    LOG.error("request failed path={}", request.getRequestURI(), e);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        List.of(Refusal.of("api.broken", "")),
        HttpHeaders.EMPTY,
        request);
  }

  /** What Spring itself refuses is said in our words. */
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpServletRequest asked = ((ServletWebRequest) request).getRequest();
    ResponseEntity<ProblemDetail> said = answer(status, List.of(Misuse.of(e)), headers, asked);
    return new ResponseEntity<>(said.getBody(), said.getHeaders(), said.getStatusCode());
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatusCode status, List<Refusal> why, HttpHeaders headers, HttpServletRequest request) {
    Lang lang = Asking.lang(request);
    ProblemDetail detail = ProblemDetail.forStatus(status);
    why.stream()
        .findFirst()
        .ifPresent(first -> {
          detail.setType(URI.create("urn:liuzheng:" + first.key()));
          detail.setDetail(first.says().in(lang));
        });
    detail.setProperty(
        "refusals",
        why.stream().map(r -> new Said(r.key(), r.place(), r.says().in(lang))).toList());
    return ResponseEntity.status(status)
        .headers(headers)
        .header(HttpHeaders.CONTENT_LANGUAGE, lang.tag())
        .body(detail);
  }

  /** One refusal, in the reader's language. */
  record Said(String key, String place, String says) {}
}
