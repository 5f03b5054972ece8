package org.liuzheng.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** No text in the database holds a null character, so a question with one is none. */
@Component
class StorableQueries extends OncePerRequestFilter {
  private static final String NULL_CHARACTER = "%00";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    if (query != null && query.contains(NULL_CHARACTER)) {
      response.sendError(HttpStatus.BAD_REQUEST.value());
    } else {
      chain.doFilter(request, response);
    }
  }
}
