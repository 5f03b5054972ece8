package org.liuzheng.sheet;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/**
 * The rows of one sheet of an XLSX file. Rows and cells may leave out their place: it is the next.
 */
final class XlsxRows {
  private static final NumberFormat PLAIN = new NumberFormat(0, "General", false);

  private final SharedStrings strings;
  private final List<NumberFormat> formats;
  private final Grid grid = new Grid();
  private final List<CellRangeAddress> merged = new ArrayList<>();
  private int row = -1;
  private int column = -1;

  /**
   * @param formats by the number of the cell style
   */
  XlsxRows(SharedStrings strings, List<NumberFormat> formats) {
    this.strings = strings;
    this.formats = formats;
  }

  List<Sheet.Row> read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "row" -> {
            String number = attribute(xml, "r");
            row = number.isEmpty() ? row + 1 : Integer.parseInt(number) - 1;
            column = -1;
          }
          case "c" -> cell(xml);
          case "mergeCell" -> merged.add(CellRangeAddress.valueOf(attribute(xml, "ref")));
          default -> {
            // widths, drawings, conditions and the like are not read
          }
        }
      }
    }
    return grid.rows(merged);
  }

  private void cell(XMLStreamReader xml) throws XMLStreamException {
    String place = attribute(xml, "r");
    column = place.isEmpty() ? column + 1 : new CellReference(place).getCol();
    String type = attribute(xml, "t");
    String style = attribute(xml, "s");
    StringBuilder value = new StringBuilder();
    StringBuilder inline = new StringBuilder();
    for (int open = 1; open > 0; ) {
      int event = xml.next();
      open +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
        value.append(xml.getElementText());
        open--;
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
        inline.append(xml.getElementText());
        open--;
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
        skip(xml);
        open--;
      }
    }
    if (value.length() > 0 || inline.length() > 0) {
      grid.put(row, column, text(type, style, value.toString(), inline.toString()));
    }
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int open = 1; open > 0; ) {
      int event = xml.next();
      open +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }

  private String text(String type, String style, String value, String inline) {
    return switch (type) {
      case "s" -> strings.getItemAt(Integer.parseInt(value.strip())).getString();
      case "inlineStr" -> unescaped(inline);
      case "str" -> unescaped(value);
      case "b" -> value.strip().equals("1") ? "true" : "false";
      case "e" -> value;
      case "d" -> value.replaceFirst("T00:00(:00(\\.0+)?)?$", "");
      default -> value.isBlank() ? "" : format(style).text(value.strip());
    };
  }

  private NumberFormat format(String style) {
    int number = style.isEmpty() ? 0 : Integer.parseInt(style);
    return number < formats.size() ? formats.get(number) : PLAIN;
  }

  /** XML cannot hold some characters, so that Excel writes {@code _x000D_} for a return. */
  private static String unescaped(String text) {
    return text.indexOf("_x") < 0 ? text : new XSSFRichTextString(text).getString();
  }

  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The attribute {@code id} of the relationships' namespace, beside which another may stand. */
  static String relation(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String space = String.valueOf(xml.getAttributeNamespace(i));
      if (xml.getAttributeLocalName(i).equals("id") && space.endsWith("relationships")) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }
}
