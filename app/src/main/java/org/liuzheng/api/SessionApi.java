package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.liuzheng.page.Visitor;
import org.liuzheng.words.Text;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/session")
@Tag(name = "Session", description = "Who is signed in, and what a write must carry")
class SessionApi {
  private final Asking asking;

  SessionApi(Asking asking) {
    this.asking = asking;
  }

  @GetMapping
  @Operation(
      summary = "Who is signed in, and the token that every write of this session carries",
      description =
          "Sign in with POST /sign-in, form fields username and password, with the"
              + " token's header; then ask again, because the token changes.")
  Session session(@Parameter(hidden = true) HttpServletRequest request) {
    Visitor visitor = asking.visitor();
    return new Session(
        visitor.signedIn(),
        visitor.login(),
        visitor.name(),
        visitor.unit(),
        visitor.roles().stream().sorted().toList(),
        token(request));
  }

  private static SessionToken token(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new SessionToken(token.getHeaderName(), token.getToken())
        : new SessionToken("", "");
  }

  /** Who asks. */
  record Session(
      boolean signedIn,
      @Schema(description = "empty for anonymous readers") String login,
      Text name,
      @Schema(description = "unit acted for") String unit,
      @Schema(description = "roles held today") List<String> roles,
      SessionToken token) {}

  /** A header and the value it must have on every POST of this session. */
  record SessionToken(String header, String value) {}
}
