package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.liuzheng.bench.example.Paper.Change;
import org.liuzheng.yaml.YamlNode;

/** The papers of all items, and which of them went in 2018. */
final class Papers {
  private static final int GONE = 1_709;
  private static final int TAKEN_BACK = 3;
  private static final int OPTIONAL_GONE = 25;
  private static final LocalDate NEEDED_AGAIN = LocalDate.of(2018, 10, 15);

  private final Dice dice = Dice.of("papers");
  private final Catalogue catalogue;
  private final List<Paper> papers = new ArrayList<>();

  private Papers(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static List<Paper> of(Catalogue catalogue) {
    Papers papers = new Papers(catalogue);
    Vocabulary.read(
        "items",
        root -> {
          catalogue.items().forEach(i -> papers.ask(i, root.need("kinds").need(i.kind())));
          return root;
        });
    papers.dropSome();
    papers.dropForTheRecord();
    return papers.papers;
  }

  /** An item that was handled with one certificate from the start never asked for more. */
  private void ask(Item item, YamlNode kind) {
    List<YamlNode> all = kind.need("materials").items();
    boolean few = item.first().fields().getOrDefault("one_certificate", "").equals("true");
    int wanted = few ? 2 : Math.min(all.size(), all.size() / 2 + dice.between(-2, 2));
    List<YamlNode> asked = new ArrayList<>(all.subList(0, 2));
    asked.addAll(dice.some(Math.max(0, wanted - 2), all.subList(2, all.size())));
    for (int i = 0; i < asked.size(); i++) {
      papers.add(paper(item, i + 1, asked.get(i), i < 2));
    }
  }

  private Paper paper(Item item, int number, YamlNode paper, boolean always) {
    boolean shared = paper.get("shared").isPresent();
    String necessity =
        always || dice.percent(88) ? "required" : dice.pick(List.of("optional", "deferrable"));
    String name = paper.need("name").text().replace("{matter}", item.matter());
    Row row =
        Row.of("item", item.code())
            .with("code", "%02d".formatted(number))
            .with("name", name)
            .with("necessity", necessity)
            .with("source", paper.get("source").map(YamlNode::text).orElse("applicant"))
            .with("form", dice.pick(List.of("original", "copy", "copy", "electronic")))
            .with("copies", dice.skewed(1, 3))
            .with("state", "in_use");
    return new Paper(item, row.done(), paper.get("keeps").isPresent(), shared);
  }

  private List<Paper> those(Predicate<Paper> fit) {
    return papers.stream().filter(fit).toList();
  }

  private boolean lasts(Item item) {
    return !catalogue.ended().contains(item)
        && !catalogue.added().contains(item)
        && !catalogue.restored().contains(item);
  }

  private static boolean becameOneCertificate(Item item) {
    return item.is("one_certificate", "true")
        && item.first().fields().getOrDefault("one_certificate", "").equals("false");
  }

  /** First what one certificate makes needless, then what offices can share, then the rest. */
  private void dropSome() {
    List<Paper> needless =
        those(p -> lasts(p.item()) && becameOneCertificate(p.item()) && p.canGo());
    needless.forEach(p -> drop(p, day(p.item(), "one_certificate")));
    List<Paper> rest =
        those(p -> lasts(p.item()) && p.canGo() && !p.item().is("one_certificate", "true"));
    List<Paper> order =
        new ArrayList<>(dice.shuffled(rest.stream().filter(Paper::isShared).toList()));
    order.addAll(dice.shuffled(rest.stream().filter(p -> !p.isShared()).toList()));
    order.stream()
        .limit(GONE - needless.size())
        .forEach(p ->
            drop(
                p,
                Catalogue.BATCHES.get(
                    Math.floorMod(p.item().code().hashCode(), Catalogue.BATCHES.size()))));
  }

  private static LocalDate day(Item item, String flag) {
    return item.later().stream()
        .filter(v -> v.fields().getOrDefault(flag, "").equals("true"))
        .findFirst()
        .orElseThrow()
        .from();
  }

  private void drop(Paper paper, LocalDate day) {
    int how = dice.between(1, 100);
    paper.change(
        how <= 68
            ? new Change(day, "state", "dropped", false)
            : new Change(day, "necessity", how <= 92 ? "optional" : "deferrable", false));
  }

  /**
   * What a careless count would take in: papers that were not required anyway, papers needed again
   * before the year ends, and papers dropped by mistake.
   */
  private void dropForTheRecord() {
    dice.some(
            OPTIONAL_GONE,
            those(p ->
                lasts(p.item())
                    && p.changes().isEmpty()
                    && "optional".equals(p.fields().get("necessity"))))
        .forEach(p -> p.change(new Change(Catalogue.BATCHES.get(1), "state", "dropped", false)));
    List<Paper> kept = dice.some(2 * TAKEN_BACK, those(p -> lasts(p.item()) && p.canGo()));
    kept.subList(0, TAKEN_BACK)
        .forEach(p -> {
          p.change(new Change(Catalogue.BATCHES.get(0), "state", "dropped", false));
          p.change(new Change(NEEDED_AGAIN, "state", "in_use", false));
        });
    kept.subList(TAKEN_BACK, kept.size())
        .forEach(p -> p.change(new Change(Catalogue.BATCHES.get(2), "state", "dropped", true)));
  }
}
