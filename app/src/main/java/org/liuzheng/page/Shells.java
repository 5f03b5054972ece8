package org.liuzheng.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.SignedCheckpoint;
import org.liuzheng.page.Shell.Csrf;
import org.liuzheng.page.Shell.Frame;
import org.liuzheng.page.Shell.Here;
import org.liuzheng.page.Shell.Moment;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the shell of a request; a controller gets it by having a parameter for it. */
@Component
class Shells implements HandlerMethodArgumentResolver {
  private final Visitors visitors;
  private final District district;
  private final Ledger ledger;
  private final StaticFiles files;

  Shells(Visitors visitors, District district, Ledger ledger, StaticFiles files) {
    this.visitors = visitors;
    this.district = district;
    this.ledger = ledger;
    this.files = files;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Shell.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    return of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
  }

  /**
   * @throws NotShown when the two times cannot be understood
   */
  Shell of(HttpServletRequest request) {
    String on = text(request, "on");
    String known = text(request, "known");
    LocalDate today = district.today();
    return shell(request, new Moment(district, district.when(on, known, today), today, on, known));
  }

  /** For a page that says what went wrong, perhaps with the two times themselves. */
  Shell ofToday(HttpServletRequest request) {
    LocalDate today = district.today();
    return shell(request, new Moment(district, district.when("", "", today), today, "", ""));
  }

  private Shell shell(HttpServletRequest request, Moment moment) {
    SignedCheckpoint checkpoint = ledger.checkpoint();
    Visitor visitor = visitors.current();
    Frame frame =
        new Frame(
            district.name(),
            checkpoint.size(),
            HexFormat.of().formatHex(checkpoint.root()),
            files.folder(),
            files.libraries(),
            district.opensStudio(visitor));
    Map<String, String> query = new LinkedHashMap<>();
    if (method(request).equals("GET")) {
      request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
    }
    return new Shell(
        Languages.of(request),
        visitor,
        frame,
        new Here(path(request), query),
        moment,
        () -> csrf(request));
  }

  /** The page asked for, also when what is made is the page that says why it is not shown. */
  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
  }

  /** Likewise the method: what was typed into a form shall not come to stand in a link. */
  private static String method(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String asked
        ? asked
        : request.getMethod();
  }

  private static String text(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "").strip();
  }

  private static Csrf csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
        : new Csrf("", "", "");
  }
}
