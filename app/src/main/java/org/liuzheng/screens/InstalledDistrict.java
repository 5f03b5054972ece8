package org.liuzheng.screens;

import java.time.LocalDate;
import org.liuzheng.pack.Packs;
import org.liuzheng.pack.Studio;
import org.liuzheng.pack.Times;
import org.liuzheng.page.District;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Visitor;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;
import org.springframework.stereotype.Component;

/** The district of the installed pack. */
@Component
class InstalledDistrict implements District {
  private final Packs packs;
  private final Times times;
  private final Studio studio;

  InstalledDistrict(Packs packs, Times times, Studio studio) {
    this.packs = packs;
    this.times = times;
    this.studio = studio;
  }

  @Override
  public Text name() {
    return packs.installed().map(p -> p.about().district()).orElse(Text.same(""));
  }

  @Override
  public boolean opensStudio(Visitor visitor) {
    return studio.opensTo(visitor.roles());
  }

  @Override
  public LocalDate today() {
    return times.today();
  }

  @Override
  public When when(String on, String known, LocalDate otherwise) {
    return switch (times.asked(on, known, otherwise)) {
      case Times.Asked.At at -> at.when();
      case Times.Asked.Refused refused -> throw NotShown.bad(refused.why());
    };
  }
}
