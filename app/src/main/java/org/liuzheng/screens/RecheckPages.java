package org.liuzheng.screens;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Recheck;
import org.liuzheng.figure.Rechecks;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.words.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What the last recheck of all figures found, for staff; administrators start one. */
@Controller
class RecheckPages {
  private static final Logger LOG = LoggerFactory.getLogger(RecheckPages.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Rechecks rechecks;
  private final Figures figures;
  private final UnitNames units;
  private final Clock clock;

  RecheckPages(Rechecks rechecks, Figures figures, UnitNames units, Clock clock) {
    this.rechecks = rechecks;
    this.figures = figures;
    this.units = units;
    this.clock = clock;
  }

  @GetMapping("/recheck")
  ModelAndView last(Shell shell) {
    if (!shell.visitor().signedIn()) {
      throw NotShown.closed("recheck.closed");
    }
    Optional<Recheck> last = rechecks.last();
    return Pages.show(
        "screens/recheck",
        new RecheckPage(
            shell,
            last.map(r -> says(shell, r)).orElseGet(() -> shell.say("recheck.never")),
            last.map(Recheck::sound).orElse(true),
            rechecks
                .running()
                .map(
                    a -> shell.say("recheck.running", Shown.number(a.done()), Shown.number(a.of())))
                .orElse(""),
            last.stream().flatMap(r -> r.mismatches().stream()).map(m -> line(shell, m)).toList(),
            OpenRegisters.administers(shell.visitor()) && rechecks.running().isEmpty()));
  }

  @PostMapping("/recheck")
  ModelAndView start(Shell shell) {
    if (!OpenRegisters.administers(shell.visitor())) {
      throw NotShown.closed("recheck.not_yours");
    }
    Thread.startVirtualThread(() -> {
      try {
        rechecks.run(at -> {});
      } catch (RuntimeException e) {
        LOG.error("recheck failed", e);
      }
    });
    return new ModelAndView(new RedirectView("/recheck"));
  }

  private String says(Shell shell, Recheck r) {
    return shell.say(
        r.sound() ? "recheck.sound" : "recheck.unsound",
        time(r.ended()),
        Shown.number(r.figures()),
        Shown.number(r.values()),
        Shown.number(r.position()),
        r.mismatches().stream().map(Recheck.Mismatch::figures).distinct().count());
  }

  private String time(Instant moment) {
    return TIME.format(moment.atZone(clock.getZone()));
  }

  private RecheckPage.Line line(Shell shell, Recheck.Mismatch m) {
    String name = m.figures().getFirst();
    return new RecheckPage.Line(
        shell.say(figures.definition(name).map(Definition::label).orElse(Text.same(name))),
        shell.link("/figures/" + name),
        m.unit().isEmpty() ? "" : shell.say(units.name(m.unit(), shell.when())),
        m.period(),
        shell.say("recheck.when", m.on().toString(), Shown.number(m.known())),
        shell.say("recheck.from." + m.from(), m.kept()),
        m.records());
  }
}
