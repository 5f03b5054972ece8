package org.liuzheng.pack;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liuzheng.board.Board;
import org.liuzheng.calendar.Calendars.Notice;
import org.liuzheng.calendar.Notices;
import org.liuzheng.claim.OtherNames;
import org.liuzheng.claim.Report;
import org.liuzheng.claim.Reports;
import org.liuzheng.figure.Definitions;
import org.liuzheng.pack.Pack.About;
import org.liuzheng.pack.Pack.Content;
import org.liuzheng.pack.Pack.RecordFile;
import org.liuzheng.people.ExampleAccounts;
import org.liuzheng.people.People.ExampleAccount;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Schemas;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/**
 * Reads a pack's folder and collects flaws with their places. What builds on a part with a flaw is
 * not read at all: records and figures build on registers, reports and boards on figures, and would
 * only blame others for what is told already.
 */
final class PackReader {
  static final String PACK_FILE = "pack.yaml";

  private static final long LARGEST_DOCUMENT = 10L << 20;
  private static final Pattern DOCUMENT =
      Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,99}\\.(?:pdf|png|jpg|jpeg|txt|docx|xlsx|ofd)");

  private final Path root;
  private final PackFiles stored;
  private final List<Flaw> flaws = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();
  private final Map<String, String> files = new TreeMap<>();
  private final Map<String, byte[]> defining = new TreeMap<>();
  private final Map<String, byte[]> texts = new TreeMap<>();
  private final List<Schema> schemas = new ArrayList<>();
  private Definitions.Content figures = Definitions.Content.NONE;
  private final List<Notice> notices = new ArrayList<>();
  private final List<Report> reports = new ArrayList<>();
  private final List<Board> boards = new ArrayList<>();
  private final List<OtherNames> names = new ArrayList<>();
  private final List<RecordFile> records = new ArrayList<>();
  private final List<Path> documents = new ArrayList<>();
  private final List<ExampleAccount> accounts = new ArrayList<>();
  private boolean registersSound = true;
  private boolean figuresSound = true;

  /**
   * @param root the pack's folder, @param stored where its files are
   */
  PackReader(Path root, PackFiles stored) {
    this.root = root.toAbsolutePath().normalize();
    this.stored = stored;
  }

  /** The files that say what figures are and what is needed to read them. */
  static boolean defines(String file) {
    return file.endsWith("/" + PACK_FILE)
        || file.contains("/registers/")
        || file.contains("/figures/");
  }

  Packs.Loaded read() {
    About about = readPack(root);
    Pack pack =
        new Pack(
            about,
            new Content(
                List.copyOf(schemas),
                figures.figures(),
                List.copyOf(notices),
                List.copyOf(reports),
                List.copyOf(boards),
                List.copyOf(names)),
            List.copyOf(records),
            List.copyOf(documents),
            List.copyOf(accounts),
            Map.copyOf(files),
            Map.copyOf(defining),
            Map.copyOf(texts));
    return new Packs.Loaded(pack, List.copyOf(flaws));
  }

  private About readPack(Path folder) {
    seen.add(folder);
    Path file = folder.resolve(PACK_FILE);
    if (!stored.has(file)) {
      flaws.add(new Flaw(named(file), 1, 1, Words.text("pack.no_pack_file", folder.toString())));
      return new About(
          "",
          Text.same(""),
          Text.same(""),
          List.of(),
          "",
          Text.same(""),
          List.of(),
          Optional.empty(),
          Optional.empty());
    }
    About about = about(YamlNode.read(named(file), content(file), flaws));
    for (String used : about.uses()) {
      Path other = folder.resolveSibling(used).normalize();
      if (!seen.contains(other)) {
        readPack(other);
      }
    }
    readContent(folder);
    return about;
  }

  private static About about(YamlNode node) {
    node.onlyKeys("pack", "label", "purpose", "uses", "district", "studio", "today", "boards");
    Optional<YamlNode> district = node.get("district");
    return new About(
        node.need("pack").text(),
        node.need("label").label(),
        node.need("purpose").label(),
        node.get("uses")
            .map(u -> u.items().stream().map(YamlNode::text).toList())
            .orElse(List.of()),
        district.map(d -> d.need("unit").text()).orElse(""),
        district.map(d -> d.need("name").label()).orElse(Text.same("")),
        node.get("studio")
            .map(s -> s.items().stream().map(YamlNode::text).toList())
            .orElse(List.of()),
        node.get("today").flatMap(PackReader::date),
        node.get("boards").flatMap(PackReader::date));
  }

  private static Optional<LocalDate> date(YamlNode node) {
    try {
      return Optional.of(LocalDate.parse(node.text()));
    } catch (DateTimeException e) {
      node.flaw("pack.wants_date", node.text());
      return Optional.empty();
    }
  }

  private void readContent(Path folder) {
    for (Path f : in(folder, "calendar", ".yaml")) {
      notices.addAll(Notices.read(named(f), content(f), flaws));
    }
    in(folder, "documents", "").forEach(this::addDocument);
    Path people = folder.resolve("people.yaml");
    if (stored.has(people)) {
      accounts.addAll(ExampleAccounts.read(named(people), content(people), flaws));
    }
    registersSound &=
        findsNothingIn(() ->
            schemas.addAll(
                Schemas.readAll(contents(folder, "registers"), List.copyOf(schemas), flaws)));
    if (registersSound) {
      in(folder, "records", "").forEach(this::addRecords);
      figuresSound &=
          findsNothingIn(() ->
              figures =
                  figures.and(
                      Definitions.readAll(contents(folder, "figures"), figures, schemas, flaws)));
    }
    if (registersSound && figuresSound) {
      names.addAll(
          OtherNames.readAll(
              contents(folder, "names"), List.copyOf(names), figures.figures(), flaws));
      readReports(folder);
      boards.addAll(
          Board.readAll(
              contents(folder, "boards"),
              boards.stream().map(Board::name).collect(Collectors.toSet()),
              figures.figures(),
              flaws));
    }
  }

  /** Whether reading found no flaw. */
  private boolean findsNothingIn(Runnable reading) {
    int before = flaws.size();
    reading.run();
    return flaws.size() == before;
  }

  private Map<String, String> contents(Path folder, String part) {
    Map<String, String> contents = new TreeMap<>();
    in(folder, part, ".yaml").forEach(f -> contents.put(named(f), content(f)));
    return contents;
  }

  private void readReports(Path folder) {
    Map<String, String> texts = new HashMap<>();
    for (Path f : in(folder, "reports", ".md")) {
      texts.put(f.getFileName().toString(), content(f));
    }
    for (Path f : in(folder, "reports", ".yaml")) {
      Reports.read(named(f), content(f), texts, figures.figures(), flaws).ifPresent(reports::add);
    }
  }

  /** {@code 30-service_material-2.xlsx} holds rows of the register {@code service_material}. */
  private void addRecords(Path file) {
    String[] parts = file.getFileName().toString().split("[-.]");
    boolean known = parts.length > 2 && schemas.stream().anyMatch(s -> s.name().equals(parts[1]));
    if (known) {
      records.add(new RecordFile(file, parts[1]));
    } else {
      flaws.add(
          new Flaw(
              named(file), 1, 1, Words.text("pack.records_name", file.getFileName().toString())));
    }
    hash(file, stored.bytes(file));
  }

  /** What is kept is given out again, so that only what cannot do harm when opened is taken. */
  private void addDocument(Path file) {
    String name = file.getFileName().toString();
    long size = stored.size(file);
    if (!DOCUMENT.matcher(name).matches()) {
      flaws.add(new Flaw(named(file), 1, 1, Words.text("pack.document_name", name)));
    } else if (size == 0 || size > LARGEST_DOCUMENT) {
      flaws.add(
          new Flaw(
              named(file),
              1,
              1,
              Words.text(
                  size == 0 ? "pack.document_empty" : "pack.document_large",
                  name,
                  LARGEST_DOCUMENT >> 20)));
    } else {
      documents.add(file);
      hash(file, stored.bytes(file));
    }
  }

  private List<Path> in(Path folder, String part, String ending) {
    return stored.in(folder.resolve(part)).stream()
        .filter(f -> f.getFileName().toString().endsWith(ending))
        .sorted()
        .toList();
  }

  private String named(Path file) {
    Path named = root.getParent() == null ? file : root.getParent().relativize(file);
    return named.toString().replace(File.separatorChar, '/');
  }

  private String content(Path file) {
    byte[] bytes = stored.bytes(file);
    hash(file, bytes);
    if (defines(named(file))) {
      defining.put(named(file), bytes);
    } else if (named(file).contains("/calendar/") || named(file).contains("/reports/")) {
      texts.put(named(file), bytes);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void hash(Path file, byte[] bytes) {
    try {
      files.put(
          named(file),
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
