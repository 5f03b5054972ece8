package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.liuzheng.bench.example.Paper.Change;
import org.liuzheng.bench.example.Sheetful.Form;

/** Every office's list of items and of papers, three of them late; then the year's changes. */
final class CatalogueSheets {
  private static final Set<String> LATE = Set.of("cl", "gdj", "daj");
  private static final List<String> ITEM =
      List.of(
          "code",
          "name",
          "department",
          "item_type",
          "audience",
          "livelihood",
          "handling",
          "statutory_days",
          "promised_days",
          "limit_scene_num",
          "online_depth",
          "mobile",
          "one_certificate",
          "fee",
          "state",
          "legal_basis",
          "valid_from");
  private static final List<String> CHANGED =
      List.of(
          "code",
          "name",
          "promised_days",
          "limit_scene_num",
          "online_depth",
          "mobile",
          "one_certificate",
          "state",
          "merged_into",
          "valid_from");
  private static final List<String> PAPER =
      List.of(
          "item", "code", "name", "necessity", "source", "form", "copies", "state", "valid_from");
  private static final List<String> PAPER_CHANGED =
      List.of("item", "code", "name", "necessity", "state", "valid_from");

  private final Dice dice = Dice.of("catalogue sheets");
  private final Catalogue catalogue;
  private final List<Paper> papers;

  private CatalogueSheets(Catalogue catalogue, List<Paper> papers) {
    this.catalogue = catalogue;
    this.papers = papers;
  }

  static List<Sheetful> all(Catalogue catalogue, List<Paper> papers) {
    CatalogueSheets sheets = new CatalogueSheets(catalogue, papers);
    List<Sheetful> all = new ArrayList<>();
    Office.all().forEach(o -> all.addAll(sheets.of(o)));
    for (int i = 0; i < Catalogue.BATCHES.size(); i++) {
      all.add(sheets.changes(i + 1, Catalogue.BATCHES.get(i)));
      all.add(sheets.added(i + 1, Catalogue.BATCHES.get(i)));
      all.add(sheets.addedPapers(i + 1, Catalogue.BATCHES.get(i)));
      all.add(sheets.paperChanges(i + 1, Catalogue.BATCHES.get(i)));
    }
    all.add(sheets.restoredItems());
    all.add(sheets.paperChanges());
    return all.stream().filter(s -> !s.rows().isEmpty()).toList();
  }

  private List<Sheetful> of(Office office) {
    int late = LATE.contains(office.key()) ? 2 : 0;
    String sender = Titles.said("senders.office", office.name());
    List<Map<String, String>> items =
        itemRows(
            catalogue.items().stream()
                .filter(i -> i.office().equals(office) && !catalogue.added().contains(i)));
    List<Map<String, String>> asked =
        paperRows(
            papers.stream()
                .filter(p ->
                    p.item().office().equals(office) && !catalogue.added().contains(p.item())));
    return List.of(
        new Sheetful(
            20 + late,
            "service_item",
            office.key(),
            form(),
            Titles.said("titles.items", office.name()),
            sender,
            ITEM,
            items),
        new Sheetful(
            21 + late,
            "service_material",
            office.key(),
            Form.WORKBOOK,
            Titles.said("titles.materials", office.name()),
            sender,
            PAPER,
            asked));
  }

  private Form form() {
    return dice.percent(85) ? Form.WORKBOOK : dice.pick(List.of(Form.CSV_GBK, Form.CSV_WITH_MARK));
  }

  private static List<Map<String, String>> itemRows(Stream<Item> items) {
    return items
        .map(i -> Row.of("code", i.code()).with("valid_from", i.from()).over(i.first().fields()))
        .toList();
  }

  private static List<Map<String, String>> paperRows(Stream<Paper> papers) {
    return papers.map(p -> Row.of("valid_from", p.item().from()).over(p.fields())).toList();
  }

  private static Map<String, String> changed(Item item, Item.Version version) {
    Row row = Row.of("code", item.code()).with("valid_from", version.from());
    CHANGED.stream()
        .filter(version.fields()::containsKey)
        .forEach(f -> row.with(f, Vocabulary.need(version.fields(), f)));
    return row.done();
  }

  private Sheetful changes(int batch, LocalDate day) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Item item : catalogue.items()) {
      item.later().stream()
          .filter(v -> v.from().equals(day))
          .forEach(v -> rows.add(changed(item, v)));
    }
    return new Sheetful(
        24,
        "service_item",
        "2018-changes-" + batch,
        batch == 2 ? Form.CSV_GBK : Form.WORKBOOK,
        Titles.said("titles.items_changed", batch),
        Titles.said("senders.service"),
        Sheetful.used(CHANGED, rows),
        rows);
  }

  /** New items stand in a list of their own, before the changes of the batch. */
  private Sheetful added(int batch, LocalDate day) {
    List<Map<String, String>> rows =
        itemRows(catalogue.items().stream().filter(i -> i.from().equals(day)));
    return new Sheetful(
        24,
        "service_item",
        "2018-added-" + batch,
        Form.CSV,
        Titles.said("titles.items_changed", batch),
        Titles.said("senders.service"),
        ITEM,
        rows);
  }

  private static Map<String, String> changed(Paper paper, Change change) {
    Row row = Row.of("valid_from", change.from()).with(change.field(), change.value());
    PAPER_CHANGED.stream()
        .filter(f -> !f.equals(change.field()) && paper.fields().containsKey(f))
        .forEach(f -> row.with(f, Vocabulary.need(paper.fields(), f)));
    return row.done();
  }

  private Sheetful addedPapers(int batch, LocalDate day) {
    List<Map<String, String>> rows =
        paperRows(papers.stream().filter(p -> p.item().from().equals(day)));
    return new Sheetful(
        25,
        "service_material",
        "2018-added-" + batch,
        Form.CSV,
        Titles.said("titles.materials_changed", batch),
        Titles.said("senders.service"),
        PAPER,
        rows);
  }

  private Sheetful paperChanges(int batch, LocalDate day) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Paper paper : papers) {
      paper.changes().stream()
          .filter(c -> c.from().equals(day))
          .forEach(c -> rows.add(changed(paper, c)));
    }
    return new Sheetful(
        25,
        "service_material",
        "2018-changes-" + batch,
        Form.WORKBOOK,
        Titles.said("titles.materials_changed", batch),
        Titles.said("senders.service"),
        Sheetful.used(PAPER_CHANGED, rows),
        rows);
  }

  private Sheetful restoredItems() {
    List<Map<String, String>> rows = new ArrayList<>();
    catalogue
        .restored()
        .forEach(i ->
            i.later().stream()
                .filter(v -> v.from().equals(Catalogue.RESTORED_ON))
                .forEach(v -> rows.add(changed(i, v))));
    return new Sheetful(
        26,
        "service_item",
        "2018-restored",
        Form.CSV_GBK,
        Titles.said("titles.items_restored"),
        Titles.said("senders.service"),
        Sheetful.used(CHANGED, rows),
        rows);
  }

  /** Papers needed again, and those whose dropping was a mistake: the same day, said anew. */
  private Sheetful paperChanges() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Paper paper : papers) {
      paper.changes().stream()
          .filter(c -> c.mistaken() || c.value().equals("in_use"))
          .map(c -> changed(paper, new Change(c.from(), "state", "in_use", false)))
          .forEach(rows::add);
    }
    return new Sheetful(
        27,
        "service_material",
        "2018-restored",
        Form.CSV_WITH_MARK,
        Titles.said("titles.materials_restored"),
        Titles.said("senders.service"),
        Sheetful.used(PAPER_CHANGED, rows),
        rows);
  }
}
