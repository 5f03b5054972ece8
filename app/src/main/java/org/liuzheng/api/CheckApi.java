package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.liuzheng.api.CheckShapes.CheckedText;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Examination;
import org.liuzheng.claim.Examination.Choice;
import org.liuzheng.claim.PlainText;
import org.liuzheng.claim.Report;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Period;
import org.liuzheng.page.Visitor;
import org.liuzheng.people.Disclosure;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Refusal;
import org.liuzheng.words.Text;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/check")
@Tag(name = "Reports", description = "Reports and the verdict of each of their claims")
class CheckApi {
  private static final int MOST_PICKS = 250;

  private final Claims claims;
  private final Asking asking;
  private final Disclosure disclosure;

  CheckApi(Claims claims, Asking asking, Disclosure disclosure) {
    this.claims = claims;
    this.asking = asking;
    this.disclosure = disclosure;
  }

  @PostMapping(consumes = "application/octet-stream")
  @Operation(
      summary = "The numbers of any text, what they stand for, and their verdicts",
      description =
          "The body is the text: plain, Markdown or DOCX. Nothing is kept. Sentences are in the"
              + " language of Accept-Language.")
  CheckedText check(
      @RequestBody byte[] text,
      @Parameter(description = "the file's name, whose ending says what .md is")
          @RequestParam(defaultValue = "")
          String name,
      @Parameter(description = "code of the unit that it speaks of; left out: the report's")
          @RequestParam(defaultValue = "")
          String unit,
      @Parameter(description = "the period that it speaks of; left out: the report's")
          @RequestParam(defaultValue = "")
          String period,
      @Parameter(description = "day in the world, ISO date; left out: the report's")
          @RequestParam(defaultValue = "")
          String on,
      @Parameter(description = Described.KNOWN) @RequestParam(defaultValue = "") String known,
      @Parameter(
              description =
                  "what a number stands for, as 3=gdp?unit=330205&period=2018 or 3=- for a name;"
                      + " once for each")
          @RequestParam(defaultValue = "")
          List<String> pick,
      @Parameter(hidden = true) HttpServletRequest request) {
    PlainText plain = PlainText.of(name, text);
    if (!plain.refused().zh().isEmpty()) {
      throw refused("text", plain.refused());
    }
    Lang lang = Asking.lang(request);
    Optional<Report> report = claims.reports().stream().findFirst();
    String spoken = period.isEmpty() ? report.map(Report::period).orElse("") : period;
    Examination what =
        new Examination(
            plain.text(),
            plain.lang(),
            unit.isEmpty() ? report.map(Report::unit).orElse("") : unit,
            Period.parse(spoken)
                .orElseThrow(() -> Problem.bad(Refusal.of("claim.bad_period", "period", spoken))),
            report.map(r -> asking.when(on, known, r.on())).orElseGet(() -> asking.when(on, known)),
            picks(request),
            tells(asking.visitor()));
    return CheckedText.of(what, claims.examine(what), lang);
  }

  private Predicate<Ask> tells(Visitor visitor) {
    return ask -> disclosure.withheld(ask, visitor).isEmpty();
  }

  private static Problem refused(String place, Text why) {
    return Problem.bad(new Refusal("claim.file_kind", place, why));
  }

  /** A target may hold commas, so that the values are taken as they were sent. */
  private static Map<Integer, Choice> picks(HttpServletRequest request) {
    Map<Integer, Choice> picks = new HashMap<>();
    String[] given = Objects.requireNonNullElse(request.getParameterValues("pick"), new String[0]);
    for (String pick : given) {
      String[] both = pick.split("=", 2);
      if (both.length != 2 || !both[0].matches("[1-9]\\d{0,2}") || picks.size() > MOST_PICKS) {
        if (!pick.isEmpty()) {
          throw Problem.bad(Refusal.of("api.bad_pick", "pick", pick));
        }
      } else {
        picks.put(Integer.parseInt(both[0]), new Choice("", both[1]));
      }
    }
    return picks;
  }
}
