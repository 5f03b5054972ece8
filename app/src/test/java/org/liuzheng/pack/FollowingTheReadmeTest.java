package org.liuzheng.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.figure.Period;
import org.liuzheng.pack.Expectations.Expected;
import org.liuzheng.register.Import;
import org.liuzheng.register.ImportRequest;

/** The pack that packs/README.md shows, made by copying its files from the text. */
class FollowingTheReadmeTest {
  private static final Path PACKS = Path.of("..", "packs").toAbsolutePath().normalize();
  private static final Pattern SHOWN =
      Pattern.compile("`(dongcheng/\\S+)`\n\n```[a-z]+\n(.*?)```\n", Pattern.DOTALL);

  @TempDir Path folder;

  /** Or whoever empties the folder warns that the link leads out of it. */
  @AfterEach
  void unlink() throws IOException {
    Files.delete(folder.resolve("district"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void the_pack_shown_is_sound_and_its_figures_give_what_it_says(String readme) throws IOException {
    copy(readme);

    Packs.Loaded loaded = Packs.read(folder.resolve("dongcheng"));

    assertThat(loaded.flaws()).isEmpty();
    assertThat(loaded.pack().content().reports()).hasSize(1);
    Expectations expectations =
        Expectations.read(folder.resolve("dongcheng/figures/expect/parking.yaml"));
    District district = District.of(loaded.pack()).with(expectations.given());
    expectations.expected().forEach(district::fulfils);
    district.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void the_records_shown_are_imported_and_give_the_number_in_the_report(String readme)
      throws IOException {
    copy(readme);
    Pack pack = Packs.read(folder.resolve("dongcheng")).pack();
    District district = District.of(pack);

    for (Pack.RecordFile file : pack.records()) {
      Import done =
          district
              .records()
              .registers
              .run(
                  new ImportRequest(
                      file.register(),
                      file.path().getFileName().toString(),
                      Files.readAllBytes(file.path()),
                      "",
                      ImportRequest.Mode.ALL_OR_NOTHING,
                      District.ADMIN));
      assertThat(done.rejects()).isEmpty();
    }

    district.fulfils(
        new Expected(
            "parking_spaces_opened",
            "990101",
            Period.parse("2025").orElseThrow(),
            LocalDate.of(2025, 12, 31),
            Map.of(),
            "305"));
    assertThat(pack.content().reports().getFirst().texts().values())
        .allSatisfy(text -> assertThat(text).contains("305"));
    district.close();
  }

  private void copy(String readme) throws IOException {
    Files.createSymbolicLink(folder.resolve("district"), PACKS.resolve("district"));
    Matcher shown = SHOWN.matcher(Files.readString(PACKS.resolve(readme)));
    while (shown.find()) {
      Path file = folder.resolve(shown.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, shown.group(2));
    }
  }
}
