package org.liuzheng.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Templates, compiled with the program. A page is made whole before its first byte is sent. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class JteViews implements ViewResolver {
  private static final String PACKAGE = "org.liuzheng.templates";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    return templates.hasTemplate(name + ".jte") ? new JteView(name + ".jte") : null;
  }

  private final class JteView implements View {
    private final String template;

    JteView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Utf8ByteOutput page = new Utf8ByteOutput();
      Object view = model == null ? null : model.get("page");
      templates.render(template, view, page);
      response.setContentType(getContentType());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
      response.addHeader(HttpHeaders.VARY, "Cookie, Accept-Language, HX-Request");
      response.setContentLength(page.getContentLength());
      page.writeTo(response.getOutputStream());
    }
  }
}
