package org.liuzheng.screens;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.pack.Packs;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page. */
@Controller
class StartPages {
  private final Packs packs;
  private final Registers registers;
  private final ReportReading reports;
  private final BoardReading boards;
  private final FigureGroups figures;
  private final Alarms alarms;

  StartPages(
      Packs packs,
      Registers registers,
      ReportReading reports,
      BoardReading boards,
      FigureGroups figures,
      Alarms alarms) {
    this.packs = packs;
    this.registers = registers;
    this.reports = reports;
    this.boards = boards;
    this.figures = figures;
    this.alarms = alarms;
  }

  @GetMapping("/")
  ModelAndView start(Shell shell) {
    List<ReportsPage.Card> cards = reports.cards(shell);
    List<BoardsPage.Card> shown = boards.cards(shell, packs.boards());
    return Pages.show(
        "screens/start",
        new StartPage(
            shell,
            head(shell, cards),
            cards,
            shown,
            shown.isEmpty() ? figures.all(shell) : List.of(),
            registers.schemas().stream().map(s -> register(shell, s)).toList(),
            alarms.all(shell)));
  }

  private StartPage.Head head(Shell shell, List<ReportsPage.Card> cards) {
    Text purpose = packs.installed().map(p -> p.about().purpose()).orElse(Text.same(""));
    String sentence =
        cards.isEmpty()
            ? ""
            : shell.say(
                "screens.start.sentence", cards.getFirst().title(), cards.getFirst().sentence());
    Next next = next(shell, cards);
    return new StartPage.Head(
        shell.say(shell.frame().district()),
        shell.say(purpose),
        sentence,
        next.says(),
        next.link(),
        next.button());
  }

  private record Next(String says, String link, String button) {}

  /** An officer enters what the own office keeps; a reader reads the report. */
  private Next next(Shell shell, List<ReportsPage.Card> cards) {
    Optional<Schema> own =
        registers.schemas().stream()
            .filter(s -> s.owner().equals(shell.visitor().unit()))
            .filter(s -> Reading.mayWrite(s, shell.visitor()))
            .findFirst();
    if (own.isPresent()) {
      return new Next(
          shell.say("screens.start.next_enter", own.get().label()),
          shell.link("/registers/" + own.get().name()),
          shell.say("screens.start.enter"));
    }
    return cards.isEmpty()
        ? new Next(
            shell.say("screens.start.next_figures"),
            shell.link("/figures"),
            shell.say("page.figures"))
        : new Next(
            shell.say("screens.start.next_read"),
            cards.getFirst().link(),
            shell.say("screens.start.read"));
  }

  private StartPage.Register register(Shell shell, Schema schema) {
    String records =
        Reading.allowed(schema, shell.visitor())
            ? Shown.number(
                registers
                    .list(new Registers.Query(schema.name(), Map.of(), "", "", 0, 1, shell.when()))
                    .total())
            : "";
    return new StartPage.Register(
        shell.say(schema.label()),
        shell.say(schema.purpose()),
        shell.link("/registers/" + schema.name()),
        records);
  }
}
