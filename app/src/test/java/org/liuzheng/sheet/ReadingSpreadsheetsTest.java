package org.liuzheng.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuzheng.sheet.Sheets.Reading.Read;
import org.liuzheng.sheet.Sheets.Reading.Unreadable;

class ReadingSpreadsheetsTest {
  private static final Path SHARED = Path.of("../../shared/data/spreadsheets");

  private final Sheets sheets = new SheetFiles();

  static Stream<Path> awkward() throws IOException {
    if (!Files.isDirectory(SHARED)) {
      return Stream.of(Path.of("absent"));
    }
    return Files.list(SHARED).sorted();
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void an_awkward_file_is_read_or_refused_with_a_sentence(Path file) throws IOException {
    assumeTrue(Files.isRegularFile(file), "the third-party data is not here");

    switch (sheets.read(file.getFileName().toString(), Files.readAllBytes(file))) {
      case Read read -> assertThat(read.sheets()).isNotEmpty();
      case Unreadable no ->
          assertThat(no.why().says().zh()).contains(file.getFileName().toString());
    }
  }

  @Test
  void gbk_and_utf_8_say_the_same() {
    String text = "名称,数量\n中马街道,12\n";

    assertThat(one(text.getBytes(Charset.forName("GBK"))))
        .isEqualTo(one(text.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(one(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(one(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)));
  }

  @Test
  void a_quoted_line_break_does_not_shift_the_columns() {
    assertThat(one("a;b\n\"x\ny\";2\n".getBytes(StandardCharsets.UTF_8)).rows())
        .containsExactly(
            new Sheet.Row(1, List.of("a", "b")), new Sheet.Row(2, List.of("x\ny", "2")));
  }

  @Test
  void a_picture_is_no_spreadsheet() {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

    assertThat(sheets.read("a.png", picture)).isInstanceOf(Unreadable.class);
  }

  @Test
  void hidden_sheets_are_left_out() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the third-party data is not here");

    Read read =
        (Read)
            sheets.read(
                "x.xlsx", Files.readAllBytes(SHARED.resolve("poi_TwoSheetsOneHidden.xlsx")));

    assertThat(read.sheets()).hasSize(1);
  }

  @Test
  void the_old_and_the_new_form_of_a_workbook_read_the_same() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the third-party data is not here");

    assertThat(shared("poi_SampleSS.xlsx")).isEqualTo(shared("poi_SampleSS.xls"));
  }

  @Test
  void days_counted_from_1904_are_the_days_that_were_meant() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
      var cell = workbook.createSheet().createRow(0).createCell(0);
      cell.setCellValue(41_702);
      cell.setCellStyle(workbook.createCellStyle());
      cell.getCellStyle().setDataFormat((short) 14);
      var bytes = new ByteArrayOutputStream();
      workbook.write(bytes);

      assertThat(one(bytes.toByteArray()).rows().getFirst().cell(0)).isEqualTo("2018-03-05");
    }
  }

  @Test
  void rows_without_numbers_stand_one_below_the_other() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the third-party data is not here");

    assertThat(shared("poi_59746_NoRowNums.xlsx").sheets().getFirst().rows())
        .extracting(Sheet.Row::number)
        .startsWith(1, 2, 3);
  }

  @Test
  void what_only_looks_like_a_workbook_is_named_for_what_it_is() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the third-party data is not here");
    byte[] zip = zip("word/document.xml", "<w/>");

    assertThat(((Unreadable) sheets.read("a.docx", zip)).why().key()).isEqualTo("sheet.damaged");
    assertThat(refused("poi_SampleSS.strict.xlsx")).isEqualTo("sheet.strict");
    assertThat(refused("poi_Simple.xlsb")).isEqualTo("sheet.xlsb");
    assertThat(refused("poi_SampleSS.xml")).isEqualTo("sheet.xml");
  }

  private static byte[] zip(String name, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
      zip.putNextEntry(new java.util.zip.ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private Read shared(String name) throws IOException {
    return (Read) sheets.read(name, Files.readAllBytes(SHARED.resolve(name)));
  }

  private String refused(String name) throws IOException {
    return ((Unreadable) sheets.read(name, Files.readAllBytes(SHARED.resolve(name)))).why().key();
  }

  @Test
  void a_cell_is_named_as_the_spreadsheet_names_it() {
    assertThat(Sheet.address(1, 17)).isEqualTo("B17");
    assertThat(Sheet.address(27, 2)).isEqualTo("AB2");
  }

  private Sheet one(byte[] csv) {
    return ((Read) sheets.read("x.csv", csv)).sheets().getFirst();
  }
}
