package org.liuzheng.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where a sign-in leads: to the page that was closed, else back to where it was asked for. */
final class SignedIn {
  private static final RequestCache CLOSED = new HttpSessionRequestCache();

  private SignedIn() {}

  static void succeeded(
      HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    SavedRequest closed = CLOSED.getRequest(request, response);
    CLOSED.removeRequest(request, response);
    response.sendRedirect(
        closed != null && then(request).equals("/") ? closed.getRedirectUrl() : then(request));
  }

  static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    String then = then(request);
    response.sendRedirect(
        then.equals("/")
            ? "/sign-in?failed=yes"
            : "/sign-in?failed=yes&then=" + URLEncoder.encode(then, StandardCharsets.UTF_8));
  }

  /** A path of this program; an address of another place would make the sign-in a trap. */
  private static String then(HttpServletRequest request) {
    String then = request.getParameter("then");
    return then != null
            && then.matches("/[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*")
            && !then.startsWith("/sign-")
        ? then
        : "/";
  }
}
