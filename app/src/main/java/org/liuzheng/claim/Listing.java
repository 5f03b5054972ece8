package org.liuzheng.claim;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liuzheng.claim.Claim.Requirement;
import org.liuzheng.claim.Evidence.Member;
import org.liuzheng.claim.Evidence.Membership;
import org.liuzheng.claim.Parts.Part;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Figures;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** A list by the claim held against the list by the records. */
final class Listing {
  private static final int NAMED = 6;

  private final Ask ask;
  private final Requirement.Listed must;
  private final Parts parts;
  private final List<Part> listed;

  Listing(Figures figures, Records records, Ask ask, Requirement.Listed must) {
    this.ask = ask;
    this.must = must;
    this.parts = new Parts(figures, records, ask, must.column());
    this.listed = parts.positive().stream().sorted(comparingInt(this::place)).toList();
  }

  /** As the claim has them, then the others: how much each has is not what a list says. */
  private int place(Part part) {
    int place = must.members().indexOf(part.key());
    return place < 0 ? must.members().size() : place;
  }

  Finding finding() {
    if (listed.isEmpty()) {
      return Finding.open(Words.text("claim.list.empty", Shown.period(ask.period())));
    }
    Set<String> keys =
        listed.stream().map(Part::key).collect(Collectors.toCollection(TreeSet::new));
    List<Text> missing =
        must.members().stream().filter(m -> !keys.contains(m)).map(parts::name).toList();
    List<Part> surplus =
        must.exactly()
            ? listed.stream().filter(p -> !must.members().contains(p.key())).toList()
            : List.of();
    return Finding.of(
        missing.isEmpty() && surplus.isEmpty(),
        computed(),
        reason(missing, surplus),
        Fraction.of(listed.size()),
        new Evidence.Members(ask, must.column(), members(keys)));
  }

  /** How many, and who where there are few. */
  private Text computed() {
    String size = String.valueOf(listed.size());
    return listed.size() > NAMED
        ? Words.text("claim.shown.many", size)
        : Words.text(
            "claim.shown.members", size, Reasons.list(listed.stream().map(Part::name).toList()));
  }

  private Text reason(List<Text> missing, List<Part> surplus) {
    if (!missing.isEmpty() && !surplus.isEmpty()) {
      return Words.text(
          "claim.list.both", listed.size(), Reasons.list(missing), Placing.names(surplus));
    }
    if (!missing.isEmpty()) {
      return Words.text("claim.list.missing", listed.size(), Reasons.list(missing));
    }
    return surplus.isEmpty()
        ? Words.text(
            must.exactly() ? "claim.list.exactly" : "claim.list.has",
            listed.size(),
            Reasons.list(must.members().stream().limit(NAMED).map(parts::name).toList()))
        : Words.text("claim.list.surplus", listed.size(), Placing.names(surplus));
  }

  /** Who is missing, who is too many, then the others in the order of the claim. */
  private List<Member> members(Set<String> keys) {
    List<Member> members = new ArrayList<>();
    must.members().stream()
        .filter(m -> !keys.contains(m))
        .forEach(m -> members.add(new Member(m, parts.name(m), Membership.MISSING, true)));
    if (must.exactly()) {
      listed.stream()
          .filter(p -> !must.members().contains(p.key()))
          .forEach(p -> members.add(new Member(p.key(), p.name(), Membership.SURPLUS, false)));
    }
    must.members().stream()
        .filter(keys::contains)
        .forEach(m -> members.add(new Member(m, parts.name(m), Membership.LISTED, true)));
    if (!must.exactly()) {
      listed.stream()
          .filter(p -> !must.members().contains(p.key()))
          .forEach(p -> members.add(new Member(p.key(), p.name(), Membership.LISTED, false)));
    }
    return members;
  }
}
