package org.liuzheng.api;

import java.util.List;
import java.util.Set;
import org.liuzheng.api.ReportShapes.ClaimEvidence;
import org.liuzheng.api.ReportShapes.EvidenceLine;
import org.liuzheng.claim.Evidence;
import org.liuzheng.figure.Ask;
import org.liuzheng.page.Visitor;
import org.liuzheng.people.Disclosure;
import org.liuzheng.words.Lang;
import org.springframework.stereotype.Component;

/** The evidence of claims for one visitor, who is not told what is withheld from strangers. */
@Component
class ClaimEvidences {
  private final Disclosure disclosure;

  ClaimEvidences(Disclosure disclosure) {
    this.disclosure = disclosure;
  }

  ClaimEvidence of(Evidence evidence, Lang lang, Visitor visitor) {
    return switch (evidence) {
      case Evidence.Ladder l -> ladder(l, lang, visitor);
      case Evidence.Members m -> members(m, lang, visitor);
      case Evidence.Course c ->
          new ClaimEvidence(
              "course",
              "",
              c.bars().stream()
                  .map(b ->
                      new EvidenceLine(
                          b.period().toString(),
                          "",
                          b.shown().in(lang),
                          0,
                          b.period().equals(c.ask().period()),
                          ""))
                  .toList(),
              c.sum().map(s -> s.in(lang)).orElse(""));
      case Evidence.Documents d ->
          new ClaimEvidence(
              "documents",
              "",
              d.documents().stream()
                  .map(o ->
                      new EvidenceLine(
                          o.register() + "/" + o.record(), o.name().in(lang), "", 0, false, ""))
                  .toList(),
              "");
    };
  }

  private ClaimEvidence ladder(Evidence.Ladder ladder, Lang lang, Visitor visitor) {
    Told told = told(ladder.ask(), ladder.column(), visitor);
    List<EvidenceLine> lines =
        ladder.rungs().stream()
            .map(r ->
                new EvidenceLine(
                    told.is(r.key()) || r.ours() ? r.key() : "",
                    told.is(r.key()) || r.ours() ? r.name().in(lang) : "",
                    told.is(r.key()) || r.ours() ? r.shown().in(lang) : "",
                    r.place(),
                    r.ours(),
                    r.tied() ? "tied" : ""))
            .toList();
    return new ClaimEvidence("ladder", ladder.column(), lines, "");
  }

  private ClaimEvidence members(Evidence.Members members, Lang lang, Visitor visitor) {
    Told told = told(members.ask(), members.column(), visitor);
    List<EvidenceLine> lines =
        members.members().stream()
            .map(m -> {
              boolean known = m.claimed() || told.is(m.key());
              return new EvidenceLine(
                  known ? m.key() : "",
                  known ? m.name().in(lang) : "",
                  "",
                  0,
                  m.claimed(),
                  switch (m.membership()) {
                    case LISTED -> "";
                    case MISSING -> "missing";
                    case SURPLUS -> "surplus";
                  });
            })
            .toList();
    return new ClaimEvidence("list", members.column(), lines, "");
  }

  private record Told(boolean all, Set<String> keys) {
    boolean is(String key) {
      return all || keys.contains(key);
    }
  }

  private Told told(Ask ask, String column, Visitor visitor) {
    return disclosure.closed(ask, visitor).isEmpty()
        ? new Told(true, Set.of())
        : new Told(false, disclosure.told(ask, column, visitor));
  }
}
