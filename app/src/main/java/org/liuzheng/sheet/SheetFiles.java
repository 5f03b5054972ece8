package org.liuzheng.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.liuzheng.sheet.Sheets.Reading.Read;
import org.liuzheng.sheet.Sheets.Reading.Unreadable;
import org.liuzheng.words.Refusal;
import org.springframework.stereotype.Component;

/** Tells what a file is by its content, not by its name, and reads it accordingly. */
@Component
class SheetFiles implements Sheets {
  private static final int LARGEST = 200 * 1024 * 1024;

  static {
    // A file that unpacks to more than a hundred times its size is no office's spreadsheet.
    ZipSecureFile.setMinInflateRatio(0.005);
  }

  @Override
  public Reading read(String fileName, byte[] content) {
    if (content.length == 0) {
      return unreadable("sheet.empty", fileName);
    }
    if (content.length > LARGEST) {
      return unreadable("sheet.too_large", fileName);
    }
    try {
      List<Sheet> sheets =
          switch (FileMagic.valueOf(content)) {
            case OOXML -> XlsxSheets.read(content);
            case OLE2 -> XlsSheets.read(content);
            default -> List.of(CsvSheet.read(content));
          };
      return sheets.stream().allMatch(s -> s.rows().isEmpty())
          ? unreadable("sheet.no_rows", fileName)
          : new Read(sheets);
    } catch (Unsuitable e) {
      return new Unreadable(Refusal.of(e.key(), "", fileName));
    } catch (EncryptedDocumentException e) {
      return unreadable("sheet.encrypted", fileName);
    } catch (Exception | NoClassDefFoundError | OutOfMemoryError e) {
      // POI throws dozens of kinds of exceptions on damaged files; all mean the same to a clerk.
      return unreadable("sheet.damaged", fileName);
    }
  }

  private static Unreadable unreadable(String key, String fileName) {
    return new Unreadable(Refusal.of(key, "", fileName));
  }

  /** Whether the bytes start like an XML document, such as Excel's XML of 2003. */
  static boolean isXml(byte[] content) {
    String start = new String(content, 0, Math.min(content.length, 200), StandardCharsets.UTF_8);
    return start.replace("\ufeff", "").stripLeading().startsWith("<?xml")
        || start.stripLeading().startsWith("<html");
  }

  /** A file of a kind that is not read; the key names the sentence. */
  static final class Unsuitable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String key;

    Unsuitable(String key) {
      super(key);
      this.key = key;
    }

    String key() {
      return key;
    }
  }
}
