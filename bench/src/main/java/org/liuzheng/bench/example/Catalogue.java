package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.liuzheng.yaml.YamlNode;

/**
 * The service items and what happened to them in 2018. The counts are those that the domain's table
 * of claims asks for; beside each stands what a careless count would take in as well.
 */
final class Catalogue {
  /** The days on which the office for services changes the list. */
  static final List<LocalDate> BATCHES =
      List.of(
          LocalDate.of(2018, 3, 30),
          LocalDate.of(2018, 6, 29),
          LocalDate.of(2018, 9, 28),
          LocalDate.of(2018, 12, 20));

  static final LocalDate RESTORED_ON = LocalDate.of(2018, 7, 16);

  private static final int ITEMS = 1_361;
  private static final int ADDED = 21;
  private static final int WITHDRAWN = 41;
  private static final int MERGED = 23;
  private static final int ONE_VISIT = 1_238;
  private static final int FEWER_VISITS = 160;
  private static final int ONE_CERTIFICATE_AND_EVERYDAY = 253;
  private static final int ONE_CERTIFICATE_OTHERWISE = 37;
  private static final int QUICKER = 130;
  private static final Set<String> EVERYDAY_OFFICES =
      Set.of("gaj", "mzj", "rsj", "wjj", "jyj", "cl", "bdc", "gjj", "sb", "gdj");

  private final Dice dice = Dice.of("items");
  private final List<Item> items = new ArrayList<>();
  private final Set<Item> ended = new HashSet<>();
  private final Set<Item> restored = new HashSet<>();
  private final Set<Item> added = new HashSet<>();

  private record Draft(
      Office office, String kind, String matter, String code, String name, boolean always) {}

  private Catalogue() {}

  static Catalogue of2018() {
    Catalogue catalogue = new Catalogue();
    Map<String, YamlNode> kinds = Vocabulary.read("items", root -> root.need("kinds").entries());
    catalogue.draft(kinds).forEach(d -> catalogue.items.add(catalogue.item(d, kinds)));
    catalogue.addSome();
    catalogue.endSome();
    catalogue.cutVisits();
    catalogue.makeMobile();
    catalogue.asForOneCertificate();
    catalogue.promiseLess();
    return catalogue;
  }

  List<Item> items() {
    return items;
  }

  /** Withdrawn by mistake in spring, in force again since July. */
  Set<Item> restored() {
    return restored;
  }

  Set<Item> ended() {
    return ended;
  }

  Set<Item> added() {
    return added;
  }

  private List<Draft> draft(Map<String, YamlNode> kinds) {
    List<Draft> all = new ArrayList<>();
    for (Office office : Office.all()) {
      int number = 0;
      for (Map.Entry<String, List<String>> matters : office.matters().entrySet()) {
        List<String> steps =
            Vocabulary.texts(Vocabulary.need(kinds, matters.getKey()).need("steps"));
        for (String matter : matters.getValue()) {
          number++;
          for (int s = 0; s < steps.size(); s++) {
            all.add(
                new Draft(
                    office,
                    matters.getKey(),
                    matter,
                    "%s-%03d-%02d".formatted(office.key(), number, s + 1),
                    named(matter, steps.get(s)),
                    s == 0));
          }
        }
      }
    }
    List<Draft> optional = all.stream().filter(d -> !d.always()).toList();
    Set<Draft> left = new HashSet<>(dice.some(all.size() - ITEMS, optional));
    return all.stream().filter(d -> !left.contains(d)).toList();
  }

  private static String named(String matter, String step) {
    return step.isEmpty() ? matter : matter + "\uff08" + step + "\uff09";
  }

  private Item item(Draft draft, Map<String, YamlNode> kinds) {
    YamlNode kind = Vocabulary.need(kinds, draft.kind());
    int statutory = dice.pick(kind.need("days").items()).whole();
    int promised = Math.max(1, statutory * dice.between(25, 85) / 100);
    boolean instant =
        dice.percent(draft.kind().equals("service") ? 55 : draft.kind().equals("permit") ? 4 : 18);
    String audience = audience(draft);
    boolean everyday =
        draft.kind().equals("benefit")
            || (!audience.equals("firm") && EVERYDAY_OFFICES.contains(draft.office().key()))
            || dice.percent(4);
    int visits = dice.percent(24) ? 0 : 1;
    Map<String, String> fields =
        Row.of("name", draft.name())
            .with("department", draft.office().unit())
            .with("item_type", kind.need("type").text())
            .with("audience", audience)
            .with("livelihood", everyday)
            .with("handling", instant ? "instant" : "promised")
            .when(!draft.kind().equals("service"), "statutory_days", statutory)
            .with("promised_days", instant ? 0 : promised)
            .with("limit_scene_num", visits)
            .with("online_depth", depth(visits))
            .with("mobile", false)
            .with("one_certificate", false)
            .with("fee", dice.percent(9))
            .with("state", "in_force")
            .with("legal_basis", basis(draft))
            .done();
    return new Item(
        draft.code(),
        draft.office(),
        draft.kind(),
        draft.matter(),
        LocalDate.of(2016, 12, 30).plusDays(dice.skewed(0, 240)),
        fields);
  }

  /** The steps of one matter rest on one law. */
  private static String basis(Draft draft) {
    List<String> bases = Titles.list("legal_bases." + draft.kind());
    return bases.get(Math.floorMod(draft.matter().hashCode(), bases.size()));
  }

  private String audience(Draft draft) {
    boolean everyday = EVERYDAY_OFFICES.contains(draft.office().key());
    return switch (draft.kind()) {
      case "permit" -> dice.percent(85) ? "firm" : "both";
      case "benefit" -> dice.percent(everyday ? 95 : 15) ? "person" : "firm";
      default ->
          everyday
              ? dice.pick(List.of("person", "person", "person", "both"))
              : dice.pick(List.of("firm", "firm", "both", "person"));
    };
  }

  private String depth(int visits) {
    return visits == 0 ? "4" : dice.pick(List.of("1", "2", "2", "3", "3"));
  }

  private Map<String, String> visits(int visits) {
    return Row.of("limit_scene_num", visits).with("online_depth", depth(visits)).done();
  }

  private List<Item> those(Predicate<Item> fit) {
    return items.stream().filter(fit).toList();
  }

  private boolean lasts(Item item) {
    return !ended.contains(item) && !restored.contains(item);
  }

  /** New items, which a reduction does not net; one of them is gone again before the year ends. */
  private void addSome() {
    for (Item item : dice.some(ADDED + 1, those(i -> !i.kind().equals("service")))) {
      items.set(
          items.indexOf(item),
          new Item(
              item.code(),
              item.office(),
              item.kind(),
              item.matter(),
              BATCHES.get(dice.between(0, 2)),
              item.first().fields()));
    }
    added.addAll(those(i -> i.from().getYear() == 2018));
    Item gone = dice.pick(those(added::contains));
    gone.change(BATCHES.getLast(), Map.of("state", "withdrawn"));
    ended.add(gone);
  }

  private void endSome() {
    List<Item> ends = dice.some(WITHDRAWN + MERGED + 1, those(i -> !added.contains(i)));
    Item back = ends.getLast();
    back.change(BATCHES.getFirst(), Map.of("state", "withdrawn"));
    back.change(RESTORED_ON, Map.of("state", "in_force"));
    restored.add(back);
    ended.addAll(ends.subList(0, WITHDRAWN + MERGED));
    for (int i = 0; i < WITHDRAWN + MERGED; i++) {
      Item item = ends.get(i);
      item.change(
          dice.pick(BATCHES),
          i < WITHDRAWN
              ? Map.of("state", "withdrawn")
              : Map.of("state", "merged", "merged_into", into(item).code()));
    }
  }

  private Item into(Item item) {
    List<Item> near =
        those(o -> o.office().equals(item.office()) && lasts(o) && !added.contains(o));
    List<Item> same = near.stream().filter(o -> o.matter().equals(item.matter())).toList();
    return dice.pick(same.isEmpty() ? near : same);
  }

  private static LocalDate day(Item item, Dice dice) {
    return item.later().isEmpty() ? dice.pick(BATCHES) : item.later().getLast().from();
  }

  private void cutVisits() {
    List<Item> live = dice.shuffled(those(this::lasts));
    restored.forEach(live::addFirst);
    List<Item> more = live.subList(ONE_VISIT, live.size());
    more.forEach(i -> i.always(visits(dice.percent(80) ? 2 : 3)));
    live.subList(0, ONE_VISIT).stream()
        .filter(i -> lasts(i) && !added.contains(i))
        .limit(FEWER_VISITS)
        .forEach(i -> {
          Map<String, String> fewer = visits(i.number("limit_scene_num"));
          i.always(visits(dice.percent(85) ? 2 : 3));
          i.change(day(i, dice), fewer);
        });
  }

  /** A third was so before the year; some of those that ended were so, too. */
  private void makeMobile() {
    for (Office office : Office.all()) {
      List<Item> fit =
          those(i ->
              i.office().equals(office)
                  && lasts(i)
                  && !added.contains(i)
                  && i.number("limit_scene_num") <= 1
                  && !i.kind().equals("permit"));
      turn(dice.some(office.mobile(), fit), "mobile", 34);
    }
    dice.some(3, those(i -> ended.contains(i) && i.office().mobile() > 0))
        .forEach(i -> i.always(Map.of("mobile", "true")));
  }

  private void asForOneCertificate() {
    Predicate<Item> fits =
        i ->
            lasts(i)
                && !added.contains(i)
                && !i.is("audience", "firm")
                && i.number("limit_scene_num") <= 1;
    turn(
        dice.some(ONE_CERTIFICATE_AND_EVERYDAY, those(fits.and(i -> i.is("livelihood", "true")))),
        "one_certificate",
        16);
    turn(
        dice.some(ONE_CERTIFICATE_OTHERWISE, those(fits.and(i -> i.is("livelihood", "false")))),
        "one_certificate",
        16);
  }

  private void turn(List<Item> some, String flag, int percentBefore) {
    for (Item item : some) {
      if (dice.percent(percentBefore)) {
        item.always(Map.of(flag, "true"));
      } else {
        item.change(day(item, dice), Map.of(flag, "true"));
      }
    }
  }

  private void promiseLess() {
    List<Item> slow =
        those(i ->
            lasts(i)
                && !i.later().isEmpty()
                && !added.contains(i)
                && i.number("promised_days") > 4);
    dice.some(QUICKER, slow)
        .forEach(i ->
            i.change(
                i.later().getLast().from(),
                Map.of(
                    "promised_days",
                    String.valueOf(i.number("promised_days") * dice.between(50, 80) / 100))));
  }
}
