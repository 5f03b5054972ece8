package org.liuzheng.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.liuzheng.words.Lang;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where refusals of the API become RFC 9457 problems, in the reader's language. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Problem problem, HttpServletRequest request) {
    Lang lang = Asking.lang(request);
    ProblemDetail detail = ProblemDetail.forStatus(problem.status());
    problem.why().stream().findFirst().ifPresent(first -> {
      detail.setType(URI.create("urn:liuzheng:" + first.key()));
      detail.setDetail(first.says().in(lang));
    });
    detail.setProperty("refusals", problem.why().stream()
        .map(r -> Map.of("key", r.key(), "place", r.place(), "says", r.says().in(lang))).toList());
    return ResponseEntity.status(problem.status()).body(detail);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> broken(RuntimeException e, HttpServletRequest request) {
    LOG.error("request failed path={}", request.getRequestURI(), e);
    return refused(new Problem(HttpStatus.INTERNAL_SERVER_ERROR,
        List.of(org.liuzheng.words.Refusal.of("api.broken", ""))), request);
  }
}
