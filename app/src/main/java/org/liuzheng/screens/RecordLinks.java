package org.liuzheng.screens;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.liuzheng.page.Shell;

/** Addresses of registers, records and entries. */
final class RecordLinks {
  /** What stands in the place of an id that cannot be part of a path; the id is a parameter. */
  static final String ELSEWHERE = "-";
  private static final Set<String> PAGES =
      Set.of(ELSEWHERE, "add", "import", "suggest", "export.csv", "template.csv", ".", "..");
  /** What a web server may refuse or rewrite in a path. */
  private static final Pattern UNSAFE = Pattern.compile("[;%\\\\]|//|^/|/$|(^|/)\\.\\.?(/|$)");

  private RecordLinks() {}

  static String register(Shell shell, String register, String... namesAndValues) {
    return shell.link("/registers/" + Shell.part(register), namesAndValues);
  }

  /** A page beside the register's records, such as its import. */
  static String page(Shell shell, String register, String page, String... namesAndValues) {
    return shell.link("/registers/" + Shell.part(register) + "/" + page, namesAndValues);
  }

  static String record(Shell shell, String register, String id, String... namesAndValues) {
    String start = "/registers/" + Shell.part(register) + "/";
    boolean page = PAGES.contains(id.split("/", 2)[0]);
    return page || UNSAFE.matcher(id).find()
        ? shell.link(start + ELSEWHERE, Stream.concat(Stream.of("id", id),
            Arrays.stream(namesAndValues)).toArray(String[]::new))
        : shell.link(start + Shell.part(id), namesAndValues);
  }

  static String entry(Shell shell, long seq) {
    return shell.link("/entries/" + seq);
  }
}
