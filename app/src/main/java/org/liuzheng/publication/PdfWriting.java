package org.liuzheng.publication;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.liuzheng.claim.Claims.Shape;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** A printout as PDF on A4, its font embedded. */
final class PdfWriting {
  private static final float MARGIN = 64;
  private static final float SIZE = 11;
  private static final float SMALL = 8.5f;
  private static final float LEADING = 1.75f;

  /** A heading with less room than this below it goes to the next page. */
  private static final float BELOW_A_HEADING = 130;

  private static final Color GREY = new Color(0x55, 0x55, 0x55);
  private static final Color RULE = new Color(0xcc, 0xcc, 0xcc);

  private final BaseFont font;

  PdfWriting(BaseFont font) {
    this.font = font;
  }

  void write(Printout printout, OutputStream out) throws IOException {
    Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setPageEvent(new Foot(printout.foot()));
    document.addTitle(printout.title());
    document.open();
    Paragraph title = new Paragraph(printout.title(), new Font(font, 18, Font.BOLD));
    title.setAlignment(Element.ALIGN_CENTER);
    title.setSpacingAfter(10);
    document.add(title);
    for (String line : printout.head()) {
      Paragraph head = new Paragraph(line, new Font(font, SMALL, Font.NORMAL, GREY));
      head.setAlignment(Element.ALIGN_CENTER);
      document.add(head);
    }
    for (Printout.Passage passage : printout.passages()) {
      boolean heading = passage.shape() == Shape.HEADING;
      if (heading && writer.getVerticalPosition(true) - document.bottom() < BELOW_A_HEADING) {
        document.newPage();
      }
      document.add(paragraph(passage));
    }
    document.newPage();
    Paragraph heading = new Paragraph(printout.tableTitle(), new Font(font, 13, Font.BOLD));
    heading.setSpacingAfter(8);
    document.add(heading);
    document.add(table(printout.columns(), printout.claims()));
    if (!printout.note().isEmpty()) {
      Chunk words = new Chunk(printout.note(), new Font(font, SMALL, Font.NORMAL, GREY));
      words.setSplitCharacter(LineBreaks.CHINESE);
      Paragraph note = new Paragraph(words);
      note.setSpacingBefore(6);
      document.add(note);
    }
    document.close();
  }

  private Paragraph paragraph(Printout.Passage passage) {
    boolean heading = passage.shape() == Shape.HEADING;
    float size = heading ? Math.max(SIZE, 17 - 2f * passage.level()) : SIZE;
    Font words = new Font(font, size, heading ? Font.BOLD : Font.NORMAL);
    Paragraph paragraph = new Paragraph();
    paragraph.setLeading(size * LEADING);
    paragraph.setSpacingBefore(heading ? 12 : 4);
    paragraph.setKeepTogether(heading);
    if (passage.shape() == Shape.PARAGRAPH) {
      paragraph.setFirstLineIndent(2 * SIZE);
      paragraph.setAlignment(Element.ALIGN_JUSTIFIED);
    } else if (!heading) {
      paragraph.setIndentationLeft(2 * SIZE * Math.max(1, passage.level()));
    }
    if (!passage.marker().isEmpty()) {
      paragraph.add(new Chunk(passage.marker() + " ", words));
    }
    for (Printout.Piece piece : passage.pieces()) {
      Chunk chunk = new Chunk(piece.words(), words);
      chunk.setSplitCharacter(LineBreaks.CHINESE);
      paragraph.add(chunk);
      if (piece.note() > 0) {
        Chunk note = new Chunk(String.valueOf(piece.note()), new Font(font, size * 0.6f, 0, GREY));
        note.setTextRise(size * 0.38f);
        paragraph.add(note);
      }
    }
    return paragraph;
  }

  private PdfPTable table(List<String> columns, List<List<String>> rows) {
    PdfPTable table = new PdfPTable(columns.size());
    table.setWidthPercentage(100);
    table.setHeaderRows(1);
    float[] widths = new float[columns.size()];
    IntStream.range(0, widths.length)
        .forEach(i -> widths[i] = i == 0 ? 0.8f : i == widths.length - 1 ? 1.4f : 3);
    table.setWidths(widths);
    columns.forEach(c -> table.addCell(cell(c, new Font(font, SMALL, Font.BOLD))));
    rows.forEach(row -> row.forEach(c -> table.addCell(cell(c, new Font(font, SMALL)))));
    return table;
  }

  private static PdfPCell cell(String words, Font font) {
    PdfPCell cell = new PdfPCell(new Phrase(words, font));
    cell.setBorder(PdfPCell.BOTTOM);
    cell.setBorderColor(RULE);
    cell.setPadding(4);
    return cell;
  }

  /** The line at the foot of each page, with the number of the page. */
  private final class Foot extends PdfPageEventHelper {
    private final String words;

    Foot(String words) {
      this.words = words;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
      Font small = new Font(font, 7.5f, Font.NORMAL, GREY);
      ColumnText.showTextAligned(
          writer.getDirectContent(),
          Element.ALIGN_LEFT,
          new Phrase(words, small),
          document.left(),
          document.bottom() - 24,
          0);
      ColumnText.showTextAligned(
          writer.getDirectContent(),
          Element.ALIGN_RIGHT,
          new Phrase(String.valueOf(writer.getPageNumber()), small),
          document.right(),
          document.bottom() - 24,
          0);
    }
  }
}
