package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class ReadingTextsFromFilesTest {
  @Test
  void paragraphs_and_tables_of_a_word_file_are_lines() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("生产总值520.6亿元。");
      XWPFTable table = document.createTable(1, 2);
      table.getRow(0).getCell(0).setText("减少材料");
      table.getRow(0).getCell(1).setText("1709份");
      document.write(file);
    }

    assertThat(PlainText.of("讲话.docx", file.toByteArray()).text())
        .isEqualTo("生产总值520.6亿元。\n减少材料\t1709份\n");
  }

  @Test
  void a_text_is_read_in_the_encodings_that_offices_use() {
    assertThat(PlainText.of("a.txt", "减少64项".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("减少64项");
    assertThat(PlainText.of("a.txt", "减少64项".getBytes(Charset.forName("GBK"))).text())
        .isEqualTo("减少64项");
    assertThat(PlainText.of("a.txt", "\ufeffa\r\nb".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("a\nb");
  }

  @Test
  void markdown_is_read_without_its_marks_and_claims() {
    assertThat(
            PlainText.of(
                    "a.md", "## 一、经济\n\n达到[520.6亿元](claim:R01)。\n".getBytes(StandardCharsets.UTF_8))
                .text())
        .isEqualTo("一、经济\n达到520.6亿元。");
    assertThat(PlainText.of("达到[520.6亿元](claim:R01)。").text()).isEqualTo("达到520.6亿元。");
  }

  @Test
  void what_is_no_text_is_refused_in_a_sentence() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("word/document.xml"));
      out.write(
          "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
              .getBytes(StandardCharsets.UTF_8));
    }
    byte[] long_ = new byte[PlainText.LONGEST + 1];
    Arrays.fill(long_, (byte) 'a');

    assertThat(refused("a.docx", zip.toByteArray())).startsWith("“a.docx” cannot be opened");
    assertThat(refused("a.docx", new byte[] {'P', 'K', 3, 4})).startsWith("“a.docx” cannot be");
    assertThat(refused("a.doc", new byte[] {(byte) 0xd0, (byte) 0xcf, 0, 0}))
        .startsWith("“a.doc” is no text");
    assertThat(refused("a.txt", new byte[] {'a', 0})).startsWith("“a.txt” is no text");
    assertThat(refused("a.txt", long_)).startsWith("The text is too long");
    assertThat(refused("a.txt", new byte[PlainText.LARGEST + 1]))
        .startsWith("“a.txt” is too large");
  }

  private static String refused(String name, byte[] content) {
    return PlainText.of(name, content).refused().en();
  }
}
