package org.liuzheng.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.SAXException;

/**
 * Workbooks of Excel 2007 and later. They are read from front to back: a model of the whole file
 * would take several times the room and the time.
 */
final class XlsxSheets {
  private final XSSFReader reader;
  private final ReadOnlySharedStringsTable strings;
  private final List<NumberFormat> formats = new ArrayList<>();
  private boolean from1904;

  private XlsxSheets(OPCPackage file) throws IOException, OpenXML4JException, SAXException {
    this.reader = new XSSFReader(file);
    this.strings = new ReadOnlySharedStringsTable(file, false);
  }

  static List<Sheet> read(byte[] content)
      throws IOException,
          OpenXML4JException,
          SAXException,
          XMLStreamException,
          SheetFiles.Unsuitable {
    try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
      if (!file.getPartsByContentType(XSSFRelation.XLSB_BINARY_WORKBOOK.getContentType())
          .isEmpty()) {
        throw new SheetFiles.Unsuitable("sheet.xlsb");
      }
      if (!file.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT).isEmpty()) {
        throw new SheetFiles.Unsuitable("sheet.strict");
      }
      if (file.getParts().stream()
          .noneMatch(p ->
              p.getContentType().contains("sheet.main+xml")
                  || p.getContentType().contains("ms-excel"))) {
        throw new SheetFiles.Unsuitable("sheet.not_a_sheet");
      }
      return new XlsxSheets(file).sheets();
    }
  }

  private record Named(String name, String relation) {}

  private List<Sheet> sheets() throws IOException, OpenXML4JException, XMLStreamException {
    List<Named> visible = visible();
    readFormats();
    List<Sheet> sheets = new ArrayList<>();
    for (Named sheet : visible) {
      try (InputStream in = reader.getSheet(sheet.relation())) {
        sheets.add(new Sheet(sheet.name(), new XlsxRows(strings, formats).read(xml(in))));
      }
    }
    return sheets;
  }

  private static XMLStreamReader xml(InputStream in) throws XMLStreamException {
    return XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
  }

  private List<Named> visible() throws IOException, OpenXML4JException, XMLStreamException {
    List<Named> visible = new ArrayList<>();
    try (InputStream in = reader.getWorkbookData()) {
      XMLStreamReader xml = xml(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals("workbookPr")) {
            String flag = XlsxRows.attribute(xml, "date1904");
            from1904 = flag.equals("1") || flag.equals("true");
          } else if (xml.getLocalName().equals("sheet")) {
            String state = XlsxRows.attribute(xml, "state");
            if (state.isEmpty() || state.equals("visible")) {
              visible.add(new Named(XlsxRows.attribute(xml, "name"), XlsxRows.relation(xml)));
            }
          }
        }
      }
    }
    return visible;
  }

  /** The number formats of the workbook's cell styles, in the order in which cells name them. */
  private void readFormats() throws IOException, OpenXML4JException, XMLStreamException {
    Map<Integer, String> own = new HashMap<>();
    boolean ofCells = false;
    try (InputStream in = reader.getStylesData()) {
      XMLStreamReader xml = xml(in);
      while (xml.hasNext()) {
        int event = xml.next();
        String name =
            event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                ? xml.getLocalName()
                : "";
        if (name.equals("cellXfs")) {
          ofCells = event == XMLStreamConstants.START_ELEMENT;
        } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("numFmt")) {
          own.put(number(xml), XlsxRows.attribute(xml, "formatCode"));
        } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("xf") && ofCells) {
          formats.add(format(number(xml), own));
        }
      }
    }
  }

  private static int number(XMLStreamReader xml) {
    String number = XlsxRows.attribute(xml, "numFmtId");
    return number.isEmpty() ? 0 : Integer.parseInt(number);
  }

  private NumberFormat format(int number, Map<Integer, String> own) {
    String builtIn = BuiltinFormats.getBuiltinFormat(number);
    return new NumberFormat(
        number, own.getOrDefault(number, builtIn == null ? "General" : builtIn), from1904);
  }
}
