package org.liuzheng.claim;

import java.util.List;
import java.util.Optional;
import org.liuzheng.claim.Claim.Requirement;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** What the present pace would come to by the time of an aim. It proves nothing, but it tells. */
final class Planning {
  private Planning() {}

  static Finding finding(
      Figures figures, Definition definition, Ask ask, Requirement.Planned plan) {
    Value value = figures.value(ask);
    Shown shown = new Shown(definition);
    return switch (value) {
      case Value.None none -> Finding.open(Words.text("claim.plan.no_pace", none.why()));
      case Value.Number n -> {
        Fraction pace = Shown.exact(n);
        Fraction total = pace.times(Fraction.of(plan.years()));
        Text arithmetic =
            Words.text(
                "claim.plan.pace",
                Shown.period(ask.period()),
                shown.value(pace),
                plan.years(),
                shown.value(total));
        yield new Finding(
            Verdict.NOT_DERIVABLE,
            Text.same(""),
            plan.target()
                .map(Fraction::of)
                .map(target -> against(shown, arithmetic, total, target))
                .orElse(arithmetic),
            List.of(),
            Optional.empty());
      }
    };
  }

  private static Text against(Shown shown, Text arithmetic, Fraction total, Fraction target) {
    Fraction gap = total.minus(target);
    return Words.text(
        gap.signum() < 0 ? "claim.plan.short" : "claim.plan.enough",
        arithmetic,
        shown.plain(target),
        shown.gap(gap.magnitude(), shown.decimals()));
  }
}
