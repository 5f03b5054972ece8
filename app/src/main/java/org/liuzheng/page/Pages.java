package org.liuzheng.page;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/** Pairs a template with its view record. */
public final class Pages {
  private Pages() {}

  /**
   * @param template path under {@code jte} without its ending, such as {@code screens/figure}
   * @param page the view record, the template's {@code page} parameter
   */
  public static ModelAndView show(String template, Object page) {
    return show(template, page, HttpStatus.OK);
  }

  public static ModelAndView show(String template, Object page, HttpStatusCode status) {
    ModelAndView shown = new ModelAndView(template, "page", page);
    shown.setStatus(status);
    return shown;
  }
}
