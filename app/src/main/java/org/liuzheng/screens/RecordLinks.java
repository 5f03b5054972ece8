package org.liuzheng.screens;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
    return inPath(id)
        ? shell.link(path(register, id), namesAndValues)
        : shell.link(
            beside(register),
            Stream.concat(Stream.of("id", id), Arrays.stream(namesAndValues))
                .toArray(String[]::new));
  }

  /** A record as it was true on the day that a page looks at. */
  static String recordThen(Shell shell, LocalDate on, String register, String id) {
    return inPath(id)
        ? shell.linkThen(on, path(register, id))
        : shell.linkThen(on, beside(register), "id", id);
  }

  /** The address of a record, without the two times. */
  static String path(String register, String id) {
    return inPath(id)
        ? "/registers/" + Shell.part(register) + "/" + Shell.part(id)
        : beside(register) + "?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static boolean inPath(String id) {
    return !PAGES.contains(id.split("/", 2)[0]) && !UNSAFE.matcher(id).find();
  }

  private static String beside(String register) {
    return "/registers/" + Shell.part(register) + "/" + ELSEWHERE;
  }

  static String entry(Shell shell, long seq) {
    return shell.link("/entries/" + seq);
  }
}
