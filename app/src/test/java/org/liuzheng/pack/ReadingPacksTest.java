package org.liuzheng.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.yaml.Flaw;

class ReadingPacksTest {
  private static final Path PACKS = Path.of("..", "packs");

  private static final String PACK =
      """
      pack: small
      label: {zh: p, en: Small}
      purpose: {zh: p, en: A pack with flaws.}
      today: 11 February 2019
      """;
  private static final String REGISTER =
      """
      register: parcel
      label: {zh: d, en: Parcels}
      owner: land-office
      key: [number]
      fields:
        number: {type: code, label: {zh: n, en: Number}}
        unit: {type: text, label: {zh: u, en: Unit}}
        area: {type: decimal, label: {zh: a, en: Area}}
        idle_area: {type: decimel, label: {zh: i, en: Idle area}}
      checks:
        - that: idle_area <= aera
          say: {zh: c, en: More idle than there is}
      """;
  private static final String FIGURE =
      """
      - figure: area
        label: {zh: a, en: Area}
        meaning: {zh: a, en: All area.}
        unit: {zh: m, en: mu}
        owner: land-office
        kind: stock
        rows: |
          select p.id as parcel, p.unit as unit,
                 p.size as size
            from parcel as p
        fold: {sum: size}
      """;
  private static final String SOUND_REGISTER =
      REGISTER.replace("decimel", "decimal").replace("aera", "area");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"district", "jiangbei-2018"})
  void our_own_packs_are_sound(String pack) {
    assertThat(Packs.read(PACKS.resolve(pack)).flaws()).isEmpty();
  }

  @Test
  void every_flaw_is_told_with_its_file_line_and_column() throws IOException {
    write("small/pack.yaml", PACK);
    write("small/registers/parcel.yaml", REGISTER);
    write("small/people.yaml", "accounts:\n  - {login: a, pasword: b}\n");

    assertThat(places(folder.resolve("small")))
        .contains(
            "small/pack.yaml:4:8",
            "small/registers/parcel.yaml:9:21",
            "small/registers/parcel.yaml:11:24",
            "small/people.yaml:2:16");
  }

  @Test
  void what_builds_on_a_part_with_a_flaw_is_not_blamed_for_it() throws IOException {
    write("small/pack.yaml", PACK.replace("today: 11 February 2019\n", ""));
    write("small/registers/parcel.yaml", REGISTER.replace("decimel", "decimal"));
    write("small/figures/area.yaml", FIGURE.replace("p.size", "p.area"));
    write("small/records/10-parcel-all.csv", "number,unit,area\n1,a,2.5\n");

    assertThat(places(folder.resolve("small")))
        .containsExactly("small/registers/parcel.yaml:11:24");
  }

  @Test
  void a_register_that_is_missing_is_told_once() throws IOException {
    write("small/pack.yaml", PACK.replace("today: 11 February 2019\n", ""));
    write("small/registers/parcel.yaml", SOUND_REGISTER);
    write("small/figures/area.yaml", FIGURE.replace("from parcel", "from parcels"));
    write("small/records/parcels.csv", "number\n1\n");

    assertThat(places(folder.resolve("small")))
        .containsExactly("small/records/parcels.csv:1:1", "small/figures/area.yaml:10:12");
  }

  @Test
  void a_flaw_in_the_select_of_a_figure_is_told_where_it_stands() throws IOException {
    write("small/pack.yaml", PACK.replace("today: 11 February 2019\n", ""));
    write("small/registers/parcel.yaml", SOUND_REGISTER);
    write("small/figures/area.yaml", FIGURE);

    List<Flaw> flaws = Packs.read(folder.resolve("small")).flaws();

    assertThat(flaws)
        .singleElement()
        .satisfies(flaw -> {
          assertThat(flaw.file()).isEqualTo("small/figures/area.yaml");
          assertThat(flaw.line()).isEqualTo(9);
          assertThat(flaw.column()).isEqualTo(12);
          assertThat(flaw.says().en()).contains("size").contains("area").contains("idle_area");
        });
  }

  @Test
  void a_pack_that_uses_another_reads_its_registers_first() throws IOException {
    write("small/pack.yaml", PACK.replace("today: 11 February 2019\n", ""));
    write("small/registers/parcel.yaml", SOUND_REGISTER);
    write(
        "town/pack.yaml",
        "pack: town\nlabel: {zh: t, en: Town}\npurpose: {zh: t, en: Own.}\n" + "uses: [small]\n");
    write("town/figures/area.yaml", FIGURE.replace("p.size", "p.area"));
    write("town/records/10-parcel-all.csv", "number,unit,area\n1,a,2.5\n");

    Packs.Loaded loaded = Packs.read(folder.resolve("town"));

    assertThat(loaded.flaws()).isEmpty();
    assertThat(loaded.pack().content().definitions()).hasSize(1);
    assertThat(loaded.pack().records())
        .extracting(Pack.RecordFile::register)
        .containsExactly("parcel");
    assertThat(loaded.pack().files()).hasSize(5);
  }

  @Test
  void a_folder_without_a_pack_file_is_refused_in_a_sentence() {
    assertThat(Packs.read(folder).flaws())
        .singleElement()
        .satisfies(flaw -> assertThat(flaw.says().en()).contains("pack.yaml"));
  }

  private static List<String> places(Path pack) {
    return Packs.read(pack).flaws().stream()
        .map(f -> f.file().replace('\\', '/') + ":" + f.line() + ":" + f.column())
        .toList();
  }

  private void write(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  @Test
  void documents_are_named_simply_and_are_of_a_kind_that_can_be_given_out() throws IOException {
    write("pack.yaml", PACK.replace("11 February 2019", "2019-02-11"));
    write("documents/D-1.txt", "original");
    write("documents/run.sh", "x");
    write("documents/a b.pdf", "x");
    write("documents/empty.pdf", "");

    Packs.Loaded loaded = new PackReader(folder, new PackFiles.OnDisk()).read();

    assertThat(loaded.pack().documents())
        .extracting(Path::getFileName)
        .containsExactly(Path.of("D-1.txt"));
    assertThat(loaded.flaws())
        .extracting(f -> f.file().replaceAll(".*/documents/", "") + " " + f.says().en())
        .containsExactlyInAnyOrder(
            "a b.pdf The file cannot be called “a b.pdf”: letters, digits, “.”, “_” and “-”, ending in .pdf, .png, .jpg, .txt, .docx, .xlsx or .ofd",
            "run.sh The file cannot be called “run.sh”: letters, digits, “.”, “_” and “-”, ending in .pdf, .png, .jpg, .txt, .docx, .xlsx or .ofd",
            "empty.pdf The file “empty.pdf” is empty");
  }
}
