package org.liuzheng.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.liuzheng.board.Board;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.Flaw;

/** The pack that this district runs. */
public interface Packs {

  /** Reads a pack and the packs it uses; nothing is installed. */
  static Loaded read(Path folder) {
    return new PackReader(folder, new PackFiles.OnDisk()).read();
  }

  /**
   * Reads a pack out of files that were kept.
   *
   * @param name of the pack, @param files path, as a pack names its files, to content
   */
  static Loaded read(String name, Map<String, byte[]> files) {
    return KnownDefinitions.read(name, files);
  }

  /**
   * Makes the pack the district's on a ledger that is only read: the records are what its entries
   * say, and nothing is written to it.
   */
  void restore(Pack pack);

  /**
   * Makes the pack the district's: tables, figures, reports; and, when its records are not in the
   * ledger yet, imports them. Interrupted, it goes on where it stopped at the next start.
   *
   * @param progress is told what is being done
   */
  void install(Pack pack, Consumer<Text> progress);

  /** The installed pack. */
  Optional<Pack> installed();

  /** Code of the installed pack's unit; empty where there is none. */
  default String unit() {
    return installed().map(p -> p.about().unit()).orElse("");
  }

  /** The installed pack's boards. */
  default List<Board> boards() {
    return installed().map(p -> p.content().boards()).orElse(List.of());
  }

  /**
   * @param pack usable only when there are no flaws
   */
  record Loaded(Pack pack, List<Flaw> flaws) {}
}
