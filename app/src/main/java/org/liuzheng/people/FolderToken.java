package org.liuzheng.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The bearer token of this run, which only the data folder's note holds. */
@Component
public class FolderToken extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final int TOKEN_BYTES = 32;

  private final String token = random();

  private static String random() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The token itself, for the note. */
  public String value() {
    return token;
  }

  boolean carriedBy(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null
        && header.startsWith(SCHEME)
        && MessageDigest.isEqual(
            header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (carriedBy(request)) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(new FolderOwner());
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }
}
