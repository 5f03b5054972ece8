package org.liuzheng.claim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * A text out of a file: plain, Markdown or DOCX.
 *
 * @param text a paragraph to a line
 * @param refused why there is none; empty texts when there is one
 */
public record PlainText(String text, Text refused) {
  /** Bytes of a file, and characters of a text. */
  public static final int LARGEST = 5 << 20;

  /** Characters of a text. */
  public static final int LONGEST = 100_000;

  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} ");
  private static final Text NOTHING = Text.same("");

  /** The language it is written in. */
  public Lang lang() {
    return text.codePoints().anyMatch(Character::isIdeographic) ? Lang.ZH : Lang.EN;
  }

  public static PlainText of(String fileName, byte[] content) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (content.length > LARGEST) {
      return refused("claim.file_large", fileName, LARGEST >> 20);
    }
    if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
      return docx(fileName, content);
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
        return text.indexOf('\0') >= 0
            ? refused("claim.file_kind", fileName)
            : of(name.endsWith(".md") ? unmarked(text) : text);
      } catch (CharacterCodingException e) {
        // not in this encoding; the next may fit
      }
    }
    return refused("claim.file_kind", fileName);
  }

  /** A text as it was typed or pasted; Markdown with claims in it is shown without them. */
  public static PlainText of(String text) {
    boolean marked = text.contains("](claim:") || HEADING.matcher(text).find();
    String clean = (marked ? unmarked(text) : text).replace("\r\n", "\n");
    return clean.length() > LONGEST
        ? refused("claim.text_long", clean.length(), LONGEST)
        : new PlainText(clean.replace('\r', '\n').replace("\ufeff", ""), NOTHING);
  }

  private static PlainText refused(String key, Object... arguments) {
    return new PlainText("", Words.text(key, arguments));
  }

  /** The words alone, a passage to a line. */
  private static String unmarked(String markdown) {
    return Manuscript.of(markdown).passages().stream()
        .map(p ->
            (p.marker().isEmpty() ? "" : p.marker() + " ")
                + p.runs().stream()
                    .map(r ->
                        switch (r) {
                          case Manuscript.Plain plain -> plain.text();
                          case Manuscript.Linked link -> link.words();
                        })
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  /** Whatever is wrong with such a file, its sender learns only that it cannot be read. */
  private static PlainText docx(String fileName, byte[] content) {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content))) {
      StringBuilder text = new StringBuilder();
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          text.append(paragraph.getText()).append('\n');
        } else if (element instanceof XWPFTable table) {
          table
              .getRows()
              .forEach(row ->
                  text.append(
                          row.getTableCells().stream()
                              .map(c -> c.getText().replace('\n', ' '))
                              .collect(Collectors.joining("\t")))
                      .append('\n'));
        }
        if (text.length() > LONGEST) {
          return refused("claim.text_long", text.length(), LONGEST);
        }
      }
      return of(text.toString());
    } catch (IOException | RuntimeException e) {
      return refused("claim.file_docx", fileName);
    }
  }
}
