package org.liuzheng.screens;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Judgement;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Disclosure;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Registers;
import org.springframework.stereotype.Component;

/** Tells what people judged of lights. */
@Component
class Judging {
  private final Disclosure disclosure;
  private final Registers registers;

  Judging(Disclosure disclosure, Registers registers) {
    this.disclosure = disclosure;
    this.registers = registers;
  }

  /** Empty for what nobody can judge. */
  Optional<Judged> judged(Shell shell, Definition definition, Ask ask) {
    return definition
        .standards()
        .judgement()
        .filter(r -> ask.where().isEmpty())
        .flatMap(registers::schema)
        .filter(s -> Reading.allowed(s, shell.visitor()))
        .map(s ->
            Optional.ofNullable(disclosure.judgements(List.of(ask), shell.visitor()).get(ask))
                .map(j -> judged(shell, j))
                .orElseGet(() ->
                    new Judged(
                        "",
                        "",
                        Reading.mayWrite(s, shell.visitor())
                            ? RecordLinks.page(
                                shell,
                                s.name(),
                                "add",
                                FormInputs.FIELD + "figure",
                                ask.figure(),
                                FormInputs.FIELD + "unit",
                                ask.unit(),
                                FormInputs.FIELD + "period",
                                ask.period().toString())
                            : "")));
  }

  private static Judged judged(Shell shell, Judgement j) {
    return new Judged(
        word(j),
        shell.say("screens.judged.by", j.by(), j.on(), j.reason()),
        RecordLinks.record(shell, j.register(), j.record()));
  }

  private static String word(Judgement j) {
    return j.colour().name().toLowerCase(Locale.ROOT);
  }

  /** The colour in a word of each of these lights that somebody judged. */
  Map<Ask, String> colours(Shell shell, Collection<Ask> asks) {
    Map<Ask, String> colours = new LinkedHashMap<>();
    disclosure.judgements(asks, shell.visitor()).forEach((ask, j) -> colours.put(ask, word(j)));
    return colours;
  }
}
