package org.liuzheng.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.liuzheng.claim.Claims.Shape;

/** A printout as a DOCX document, in the fonts of whoever opens it. */
final class DocxWriting {
  private static final int TWIPS_OF_TWO_CHARACTERS = 480;
  private static final int SIZE = 12;
  private static final String GREY = "555555";

  private DocxWriting() {}

  static void write(Printout printout, OutputStream out) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.getProperties().getCoreProperties().setTitle(printout.title());
      XWPFParagraph title = document.createParagraph();
      title.setAlignment(ParagraphAlignment.CENTER);
      run(title, printout.title(), 20).setBold(true);
      for (String line : printout.head()) {
        XWPFParagraph head = document.createParagraph();
        head.setAlignment(ParagraphAlignment.CENTER);
        run(head, line, 9).setColor(GREY);
      }
      printout.passages().forEach(p -> passage(document.createParagraph(), p));
      XWPFParagraph heading = document.createParagraph();
      heading.setPageBreak(true);
      run(heading, printout.tableTitle(), 14).setBold(true);
      table(document, printout.columns(), printout.claims());
      if (!printout.note().isEmpty()) {
        run(document.createParagraph(), printout.note(), 9).setColor(GREY);
      }
      XWPFParagraph foot = document.createParagraph();
      run(foot, printout.foot(), 8).setColor(GREY);
      document.write(out);
    }
  }

  private static void passage(XWPFParagraph paragraph, Printout.Passage passage) {
    boolean heading = passage.shape() == Shape.HEADING;
    int size = heading ? Math.max(SIZE, 18 - 2 * passage.level()) : SIZE;
    paragraph.setSpacingBetween(1.5);
    if (heading) {
      paragraph.setSpacingBefore(240);
    } else if (passage.shape() == Shape.PARAGRAPH) {
      paragraph.setIndentationFirstLine(TWIPS_OF_TWO_CHARACTERS);
      paragraph.setAlignment(ParagraphAlignment.BOTH);
    } else {
      paragraph.setIndentationLeft(TWIPS_OF_TWO_CHARACTERS * Math.max(1, passage.level()));
    }
    if (!passage.marker().isEmpty()) {
      run(paragraph, passage.marker() + " ", size).setBold(heading);
    }
    for (Printout.Piece piece : passage.pieces()) {
      run(paragraph, piece.words(), size).setBold(heading);
      if (piece.note() > 0) {
        XWPFRun note = run(paragraph, String.valueOf(piece.note()), size);
        note.setVerticalAlignment(VerticalAlign.SUPERSCRIPT.name().toLowerCase(Locale.ROOT));
        note.setColor(GREY);
      }
    }
  }

  private static void table(XWPFDocument document, List<String> columns, List<List<String>> rows) {
    XWPFTable table = document.createTable(rows.size() + 1, columns.size());
    table.setWidth("100%");
    fill(table.getRow(0), columns, true);
    table.getRow(0).setRepeatHeader(true);
    for (int i = 0; i < rows.size(); i++) {
      fill(table.getRow(i + 1), rows.get(i), false);
    }
  }

  private static void fill(XWPFTableRow row, List<String> cells, boolean bold) {
    for (int i = 0; i < cells.size(); i++) {
      run(row.getCell(i).getParagraphs().getFirst(), cells.get(i), 9).setBold(bold);
    }
  }

  private static XWPFRun run(XWPFParagraph paragraph, String words, int size) {
    XWPFRun run = paragraph.createRun();
    run.setText(words);
    run.setFontSize(size);
    return run;
  }
}
