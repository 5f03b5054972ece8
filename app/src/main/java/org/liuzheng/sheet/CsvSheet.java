package org.liuzheng.sheet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * CSV as offices write it: UTF-8 with or without a mark, UTF-16, or GBK; comma, semicolon or tab.
 */
final class CsvSheet {
  private static final Pattern MARKED = Pattern.compile("'+[=+@\\t\\r-]");
  private static final Charset GB18030 = Charset.forName("GB18030");

  private CsvSheet() {}

  static Sheet read(byte[] content) throws SheetFiles.Unsuitable, IOException {
    if (SheetFiles.isXml(content)) {
      throw new SheetFiles.Unsuitable("sheet.xml");
    }
    String text = decoded(content);
    if (text.indexOf('\0') >= 0) {
      throw new SheetFiles.Unsuitable("sheet.not_a_sheet");
    }
    int skipped = 0;
    char separator = separator(text);
    if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
      separator = text.charAt(4);
      text = text.substring(text.indexOf('\n') + 1);
      skipped = 1;
    }
    List<Sheet.Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)) {
      int number = skipped;
      for (CsvRecord line : csv) {
        number++;
        if (line.getFields().stream().anyMatch(f -> !f.isBlank())) {
          rows.add(
              new Sheet.Row(
                  number, line.getFields().stream().map(CsvSheet::withoutTextMark).toList()));
        }
      }
    }
    return new Sheet("", List.copyOf(rows));
  }

  /** An apostrophe keeps a spreadsheet from taking the text after it for a formula. */
  private static String withoutTextMark(String cell) {
    return cell.startsWith("'") && MARKED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }

  private static String decoded(byte[] content) throws SheetFiles.Unsuitable {
    if (content.length >= 2 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xfe) {
      return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
    }
    if (content.length >= 2 && (content[0] & 0xff) == 0xfe && (content[1] & 0xff) == 0xff) {
      return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      try {
        String text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        // not in this encoding; the next may fit
      }
    }
    throw new SheetFiles.Unsuitable("sheet.encoding");
  }

  /** The separator that the first line has most of, outside quotes. */
  private static char separator(String text) {
    int comma = 0;
    int semicolon = 0;
    int tab = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
      char c = text.charAt(i);
      quoted = c == '"' ? !quoted : quoted;
      comma += !quoted && c == ',' ? 1 : 0;
      semicolon += !quoted && c == ';' ? 1 : 0;
      tab += !quoted && c == '\t' ? 1 : 0;
    }
    if (tab > comma && tab > semicolon) {
      return '\t';
    }
    return semicolon > comma ? ';' : ',';
  }
}
