package org.liuzheng.bench.example;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liuzheng.pack.Packs;
import org.liuzheng.register.Schema;

/** The whole example: every sheet that came in in the year. */
final class Example {
  private static final String CALENDAR = "calendar/cn.yaml";

  private final Path district;

  /**
   * @param district the pack whose registers the records are for
   */
  Example(Path district) {
    this.district = district;
  }

  /** File name to content, in the order of import. */
  Map<String, byte[]> files() {
    Packs.Loaded loaded = Packs.read(district);
    if (!loaded.flaws().isEmpty()) {
      throw new IllegalStateException("the shared pack has flaws: " + loaded.flaws());
    }
    Map<String, byte[]> files = new TreeMap<>();
    for (Sheetful sheet : sheets()) {
      Schema schema =
          loaded.pack().content().schemas().stream()
              .filter(s -> s.name().equals(sheet.register()))
              .findFirst()
              .orElseThrow();
      Spelled spelled = new Spelled(schema, Dice.of(sheet.fileName()));
      byte[] content =
          sheet.form() == Sheetful.Form.WORKBOOK
              ? WorkbookFile.of(sheet, spelled)
              : CsvFile.of(sheet, spelled);
      if (files.put(sheet.fileName(), content) != null) {
        throw new IllegalStateException("two sheets are called " + sheet.fileName());
      }
    }
    return files;
  }

  private List<Sheetful> sheets() {
    Catalogue catalogue = Catalogue.of2018();
    List<SubProject> projects = Campaign.of2018();
    WorkedDays days = WorkedDays.of(district.resolve(CALENDAR));
    List<Sheetful> all = new ArrayList<>();
    all.addAll(UnitSheets.all());
    all.addAll(Documents.all());
    all.addAll(Tabled.all("awards"));
    all.addAll(Economy.all());
    all.addAll(Assessments.all());
    all.addAll(CatalogueSheets.all(catalogue, Papers.of(catalogue)));
    all.addAll(Cases.all(catalogue, days));
    all.addAll(CampaignSheets.all(projects));
    List<Sheetful> progress = Progress.all(projects);
    all.addAll(progress);
    all.addAll(Nodes.all(projects, progress));
    List<Sheetful> obstacles = Obstacles.all(projects);
    all.addAll(obstacles);
    all.addAll(Openness.all(days));
    all.addAll(Enforcement.all());
    all.addAll(Eliminations.all());
    all.addAll(Enlargements.all());
    all.addAll(Firms.all());
    all.addAll(Tabled.all("land"));
    all.addAll(Investment.all());
    all.addAll(Leads.all());
    all.addAll(Tabled.all("investment"));
    all.addAll(Verdicts.all());
    all.addAll(Places.all());
    all.addAll(Plots.all());
    all.addAll(Land.all());
    all.addAll(Promises.all(projects, obstacles));
    Households households = Households.of2018();
    all.addAll(households.sheets());
    all.addAll(Problems.all(households));
    all.addAll(Streets.all());
    all.addAll(Hospital.all(days));
    all.addAll(Approvals.all(days));
    return all;
  }
}
