package org.liuzheng.screens;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuzheng.ledger.Source;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.liuzheng.screens.WithdrawPage.Asked;
import org.liuzheng.words.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Withdrawing a record takes two steps: say from when and why, then look at what that means. */
@Controller
class Withdrawals {
  private final Registers registers;
  private final OpenRegisters open;
  private final RecordReading records;
  private final RecordTitles titles;
  private final RecordAround around;

  Withdrawals(
      Registers registers,
      OpenRegisters open,
      RecordReading records,
      RecordTitles titles,
      RecordAround around) {
    this.registers = registers;
    this.open = open;
    this.records = records;
    this.titles = titles;
    this.around = around;
  }

  @GetMapping(path = "/registers/{register}/{*record}", params = "do=withdraw")
  ModelAndView withdraw(
      Shell shell,
      @PathVariable String register,
      @PathVariable String record,
      @RequestParam(defaultValue = "") String id) {
    Schema schema = open.toWrite(shell, register);
    Past past = records.past(shell, schema, RecordPages.id(record, id));
    return Pages.show(
        "screens/withdraw",
        page(shell, schema, past, new Asked(false, "", ""), List.of(), List.of()));
  }

  @PostMapping(path = "/registers/{register}/{*record}", params = "do=withdraw")
  ModelAndView withdrawIt(
      Shell shell,
      @PathVariable String register,
      @PathVariable String record,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String never,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String sure) {
    Schema schema = open.toWrite(shell, register);
    Past past = records.past(shell, schema, RecordPages.id(record, id));
    Asked asked = new Asked(never.equals("true"), from.strip(), reason.strip());
    Optional<LocalDate> day = day(past, asked);
    List<Refusal> errors = errors(past, asked, day);
    if (!errors.isEmpty() || day.isEmpty()) {
      return Pages.show(
          "screens/withdraw",
          page(shell, schema, past, asked, errors, List.of()),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return sure.equals("yes")
        ? done(shell, schema, past, asked, day.get())
        : Pages.show(
            "screens/withdraw",
            page(shell, schema, past, asked, List.of(), look(shell, schema, past, day.get())));
  }

  private ModelAndView done(Shell shell, Schema schema, Past past, Asked asked, LocalDate day) {
    String id = past.entries().getLast().record();
    return switch (registers.withdraw(
        new Registers.Withdraw(
            schema.name(),
            id,
            day,
            asked.reason(),
            OpenRegisters.author(shell),
            new Source.Form()))) {
      case Outcome.Accepted accepted ->
          RecordForms.redirect(
              RecordLinks.record(shell, schema.name(), id, "done", String.valueOf(accepted.seq())));
      case Outcome.Refused refused ->
          Pages.show(
              "screens/withdraw",
              page(shell, schema, past, asked, refused.why(), List.of()),
              HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  /** From its first day on, a record never was. */
  private static Optional<LocalDate> day(Past past, Asked asked) {
    return asked.never()
        ? past.at(past.known()).stream().map(Version::validFrom).findFirst()
        : FormReading.day(asked.from());
  }

  private static List<Refusal> errors(Past past, Asked asked, Optional<LocalDate> day) {
    List<Refusal> errors = new ArrayList<>();
    if (past.at(past.known()).isEmpty()) {
      errors.add(Refusal.of("record.withdrawn_already", ""));
    } else if (!asked.never() && asked.from().isEmpty()) {
      errors.add(Refusal.of("record.no_withdraw_day", "from"));
    } else if (day.isEmpty()) {
      errors.add(Refusal.of("register.bad_valid_from", "from", asked.from()));
    } else if (past.at(past.known()).stream().noneMatch(v -> v.validTo().isAfter(day.get()))) {
      errors.add(
          Refusal.of(
              "register.nothing_to_withdraw",
              "from",
              past.entries().getLast().record(),
              day.get().toString()));
    }
    if (asked.reason().isEmpty()) {
      errors.add(Refusal.of("register.no_reason", "reason"));
    }
    return errors;
  }

  /** What will be otherwise, in sentences. */
  private List<String> look(Shell shell, Schema schema, Past past, LocalDate day) {
    List<String> look = new ArrayList<>();
    for (Version v : past.at(past.known())) {
      if (!v.validFrom().isBefore(day)) {
        look.add(shell.say("record.look_gone", RecordReading.stretch(shell, v)));
      } else if (v.validTo().isAfter(day)) {
        look.add(
            shell.say(
                "record.look_ends",
                RecordReading.stretch(shell, v),
                Days.words(shell, day.minusDays(1))));
      }
    }
    RecordPage.Around near = around.of(shell, schema, past.entries().getLast().record());
    near.related().forEach(r -> look.add(shell.say("record.look_related", r.label(), r.count())));
    if (!near.figures().isEmpty()) {
      look.add(
          shell.say(
              "record.look_figures",
              near.figures().size(),
              String.join(
                  shell.say("register_page.list_comma"),
                  near.figures().stream().limit(3).map(RecordPage.Counted::label).toList())));
    }
    look.add(shell.say("record.look_kept"));
    return look;
  }

  private WithdrawPage page(
      Shell shell, Schema schema, Past past, Asked asked, List<Refusal> errors, List<String> look) {
    Version named = RecordReading.named(past, past.at(past.known(), shell.when().on()));
    return new WithdrawPage(
        shell,
        RecordLinks.register(shell, schema.name()),
        shell.say(schema.label()),
        titles.title(shell, schema, named),
        RecordLinks.record(shell, schema.name(), named.record()),
        errors,
        asked,
        look);
  }
}
