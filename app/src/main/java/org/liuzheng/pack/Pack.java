package org.liuzheng.pack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.board.Board;
import org.liuzheng.calendar.Calendars.Notice;
import org.liuzheng.claim.OtherNames;
import org.liuzheng.claim.Report;
import org.liuzheng.figure.Definition;
import org.liuzheng.people.People.ExampleAccount;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Text;

/**
 * A pack as read from its folder, together with the packs it uses.
 *
 * @param about the pack's own declaration
 * @param records record files in the order of import
 * @param documents files that are kept as evidence, which records may name by their SHA-256
 * @param accounts accounts of an example; empty in a real pack
 * @param files path in the pack to the SHA-256 of its content, for the ledger
 * @param defining of those, the content of the files that say what figures are
 * @param texts of those, the content of calendars and reports
 */
public record Pack(
    About about,
    Content content,
    List<RecordFile> records,
    List<Path> documents,
    List<ExampleAccount> accounts,
    Map<String, String> files,
    Map<String, byte[]> defining,
    Map<String, byte[]> texts) {

  /**
   * @param unit code of the district's unit; empty in a pack that only shares content
   * @param studio roles that propose and approve definitions, besides administrators
   * @param today the day an example's pages open on; empty for the real day
   * @param boards the day its boards open on; empty where that is the same
   */
  public record About(
      String name,
      Text label,
      Text purpose,
      List<String> uses,
      String unit,
      Text district,
      List<String> studio,
      Optional<LocalDate> today,
      Optional<LocalDate> boards) {}

  /** What a pack declares, the used packs' declarations first. */
  public record Content(
      List<Schema> schemas,
      List<Definition> definitions,
      List<Notice> notices,
      List<Report> reports,
      List<Board> boards,
      List<OtherNames> names) {}

  /**
   * @param register the register its rows belong to
   */
  public record RecordFile(Path path, String register) {}
}
