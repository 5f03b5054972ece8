package org.liuzheng.screens;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.liuzheng.claim.Examination.Choice;
import org.liuzheng.claim.PlainText;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Any text, pasted or sent as a file, is held against the records. Nothing of it is kept. */
@Controller
class ExaminePages {
  private final ExamineReading reading;

  ExaminePages(ExamineReading reading) {
    this.reading = reading;
  }

  @GetMapping("/check")
  ModelAndView form(
      Shell shell,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String period) {
    return Pages.show("screens/examine", reading.form(shell, "", unit, period, List.of()));
  }

  /**
   * Besides, once for each place: {@code number} says which, {@code pick} what is chosen for it,
   * {@code words} what stood there then, and {@code other} a figure typed instead. Without a number
   * they are those of the first place, the second and so on. They are read from the request,
   * because a list of one would be split at its commas.
   */
  @PostMapping("/check")
  ModelAndView check(
      Shell shell,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String period,
      HttpServletRequest request)
      throws IOException {
    PlainText plain =
        file == null || file.isEmpty()
            ? PlainText.of(text)
            : PlainText.of(
                Objects.requireNonNullElse(file.getOriginalFilename(), "")
                    .replaceAll("^.*[/\\\\]", ""),
                file.getBytes());
    ExaminePage page = reading.checked(shell, plain, unit, period, chosen(request));
    return Pages.show(
        "screens/examine",
        page,
        page.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static Map<Integer, Choice> chosen(HttpServletRequest request) {
    Map<Integer, Choice> chosen = new HashMap<>();
    int numbers = values(request, "pick").length;
    for (int i = 0; i < numbers; i++) {
      String typed = value(request, "other", i).strip();
      String number = value(request, "number", i);
      chosen.put(
          number.matches("[1-9]\\d{0,2}") ? Integer.parseInt(number) : i + 1,
          new Choice(
              value(request, "words", i), typed.isEmpty() ? value(request, "pick", i) : typed));
    }
    return chosen;
  }

  private static String value(HttpServletRequest request, String name, int at) {
    String[] values = values(request, name);
    return at < values.length ? values[at] : "";
  }

  private static String[] values(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameterValues(name), new String[0]);
  }
}
