package org.liuzheng.sheet;

/** The reader of spreadsheets, for the tests of other modules. */
public final class TestSheets {
  private TestSheets() {}

  public static Sheets reader() {
    return new SheetFiles();
  }
}
