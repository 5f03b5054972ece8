package org.liuzheng.screens;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.register.Schema;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Adding a record, entering a change, correcting. What is refused comes back as it was typed. */
@Controller
class RecordForms {
  private final Registers registers;
  private final Ledger ledger;
  private final OpenRegisters open;
  private final FormReading reading;
  private final Typed.Reader typed;

  RecordForms(
      Registers registers,
      Ledger ledger,
      OpenRegisters open,
      FormReading reading,
      Typed.Reader typed) {
    this.registers = registers;
    this.ledger = ledger;
    this.open = open;
    this.reading = reading;
    this.typed = typed;
  }

  @GetMapping("/registers/{register}/add")
  ModelAndView add(
      Shell shell, @PathVariable String register, @RequestParam Map<String, String> all) {
    Schema schema = open.toWrite(shell, register);
    return Pages.show(
        "screens/form", reading.adding(shell, schema, Typed.offered(schema, all)).page());
  }

  @PostMapping("/registers/{register}/add")
  ModelAndView addIt(Shell shell, @PathVariable String register, HttpServletRequest request) {
    Schema schema = open.toWrite(shell, register);
    Typed found = typed.read(schema, request);
    return done(shell, reading.adding(shell, schema, found));
  }

  @GetMapping(path = "/registers/{register}/{*record}", params = "do=change")
  ModelAndView change(
      Shell shell,
      @PathVariable String register,
      @PathVariable String record,
      @RequestParam(defaultValue = "") String id) {
    Schema schema = open.toWrite(shell, register);
    return Pages.show(
        "screens/form",
        reading.changing(shell, schema, RecordPages.id(record, id), Typed.NOTHING).page());
  }

  @PostMapping(path = "/registers/{register}/{*record}", params = "do=change")
  ModelAndView changeIt(
      Shell shell,
      @PathVariable String register,
      @PathVariable String record,
      @RequestParam(defaultValue = "") String id,
      HttpServletRequest request) {
    Schema schema = open.toWrite(shell, register);
    return done(
        shell,
        reading.changing(shell, schema, RecordPages.id(record, id), typed.read(schema, request)));
  }

  @GetMapping(path = "/registers/{register}/{*record}", params = "do=correct")
  ModelAndView correct(
      Shell shell,
      @PathVariable String register,
      @PathVariable String record,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String from) {
    Schema schema = open.toWrite(shell, register);
    return Pages.show(
        "screens/form",
        reading.correcting(shell, schema, RecordPages.id(record, id), from, Typed.NOTHING).page());
  }

  @PostMapping(path = "/registers/{register}/{*record}", params = "do=correct")
  ModelAndView correctIt(
      Shell shell,
      @PathVariable String register,
      @PathVariable String record,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String from,
      HttpServletRequest request) {
    Schema schema = open.toWrite(shell, register);
    return done(
        shell,
        reading.correcting(
            shell, schema, RecordPages.id(record, id), from, typed.read(schema, request)));
  }

  /** Writes unless the form itself already finds something to mend. */
  private ModelAndView done(Shell shell, FormReading.Form form) {
    if (!form.page().errors().isEmpty()) {
      return Pages.show("screens/form", form.page(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return switch (form.write(registers)) {
      case Outcome.Accepted accepted ->
          redirect(
              RecordLinks.record(
                  shell,
                  form.register(),
                  accepted.record(),
                  "on",
                  lookedOn(shell, accepted.seq()),
                  "done",
                  String.valueOf(accepted.seq())));
      case Outcome.Refused refused ->
          Pages.show("screens/form", form.page(refused.why()), HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  /** The day on which what was entered is true; empty when the page opens on such a day anyway. */
  private String lookedOn(Shell shell, long seq) {
    return ledger
        .entry(seq)
        .map(Entry::validFrom)
        .filter(d -> d.isAfter(shell.when().on()))
        .map(LocalDate::toString)
        .orElse(shell.moment().on());
  }

  /** After something was done, so that reading the page again does not do it again. */
  static ModelAndView redirect(String address) {
    RedirectView view = new RedirectView(address);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    view.setExpandUriTemplateVariables(false);
    return new ModelAndView(view);
  }
}
