package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuzheng.Liuzheng;
import org.liuzheng.SmallDistrict;
import org.liuzheng.cli.CommandLineMain;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Source;
import org.liuzheng.pack.Packs;
import org.liuzheng.publication.Publications;
import org.liuzheng.register.Registers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A report is fixed, approved by another person, taken away, and told again from its bundle. */
class PublishingAReportTest {
  private static final String NEW = "/publications/new/small-2018";

  @TempDir static Path folder;
  private static ConfigurableApplicationContext spring;
  private static String number = "";
  private static Path bundle = Path.of("");

  @BeforeAll
  static void publish() throws IOException {
    Path pack = SmallDistrict.pack(folder.resolve("small"), true);
    append(pack, "pack.yaml", "studio: [clerk, boss]\n");
    append(
        pack,
        "people.yaml",
        "  - {login: boss, name: {zh: 主任, en: Head}, password: boss-password, unit: \"1\", roles: [boss]}\n");
    write(
        pack,
        "registers/proof.yaml",
        """
        register: proof
        label: {zh: 证明, en: Proofs}
        purpose: {zh: 试验用。, en: For trials.}
        owner: "1"
        key: [code]
        read: public
        write: [clerk]
        fields:
          code: {type: code, label: {zh: 编号, en: Code}}
          original: {type: file, label: {zh: 原件, en: Original}, required: true}
        """);
    write(
        pack,
        "registers/unit.yaml",
        """
        register: unit
        label: {zh: 单位, en: Units}
        purpose: {zh: 试验用。, en: For trials.}
        owner: "1"
        key: [code]
        title: name
        read: public
        write: [clerk]
        fields:
          code: {type: code, label: {zh: 编号, en: Code}}
          name: {type: text, label: {zh: 名称, en: Name}, required: true}
          parent: {type: reference, to: unit, label: {zh: 上级, en: Parent}}
        """);
    append(
        pack,
        "figures/shops.yaml",
        """
        - figure: proofs
          label: {zh: 证明数, en: Proofs}
          meaning: {zh: 期末的证明数。, en: Proofs at the end of the period.}
          unit: {zh: 份, en: proofs}
          better: up
          period: year
          owner: "1"
          source: {zh: 证明台账, en: The register of proofs}
          kind: stock
          rows: |
            select p.id as proof, '1' as unit from proof as p
          fold: count
        """);
    write(
        pack,
        "reports/small-2018.yaml",
        """
        report: small-2018
        title: {zh: 小区报告, en: Small report}
        unit: "1"
        period: "2018"
        on: 2018-12-31
        claims:
          S1: {kind: CNT, figure: shops}
          S2: {kind: CNT, figure: shops}
          S3: {kind: CNT, figure: proofs}
          S4: {kind: CNT, figure: visits}
        """);
    write(
        pack,
        "reports/small-2018.zh.md",
        "# 小区\n\n开店[2家](claim:S1)，共[2家](claim:S2)，有证明[1份](claim:S3)，走访[1次](claim:S4)。\n");
    write(
        pack,
        "reports/small-2018.en.md",
        "# Small\n\n[2 shops](claim:S1), in all [2 shops](claim:S2), [1 proof](claim:S3), [1 visit](claim:S4).\n");
    SpringApplication application = new SpringApplication(Liuzheng.class);
    application.setDefaultProperties(
        Map.of("liuzheng.data", folder.resolve("data").toString(), "server.port", "0"));
    spring = application.run();
    Packs.Loaded loaded = Packs.read(pack);
    assertThat(loaded.flaws()).isEmpty();
    spring.getBean(Packs.class).install(loaded.pack(), sentence -> {});
    String original =
        spring.getBean(Evidence.class).keep("an original".getBytes(StandardCharsets.UTF_8));
    put("unit", "1", Map.of("code", "1", "name", "小区"));
    put("shop", "s-1", Map.of("code", "s-1", "name", "甲", "kind", "tea"));
    put("shop", "s-2", Map.of("code", "s-2", "name", "乙", "kind", "rice"));
    put("proof", "p-1", Map.of("code", "p-1", "original", original));
    put("visit", "v-1", Map.of("code", "v-1", "note", "x"));
    number = proposed("2018-12-31", "").replaceAll("\\D", "");
    Visiting boss = signedIn("boss");
    assertThat(boss.post(path(), path(), Map.of("do", "approve")).status()).isEqualTo(303);
    bundle = folder.resolve("bundle.zip");
    try (var out = Files.newOutputStream(bundle)) {
      publications().bundle(publications().of(Long.parseLong(number)).orElseThrow(), false, out);
    }
  }

  @AfterAll
  static void stop() {
    spring.close();
  }

  @Test
  void two_persons_publish_and_nobody_else_sees_it_before() {
    String waiting = proposed("2018-12-31", "2999-01-01T09:00");
    Visiting anyone = new Visiting(baseUrl());
    Visiting clerk = signedIn("clerk");
    Visiting guest = signedIn("guest");
    assertThat(anyone.get(waiting).status()).isEqualTo(404);
    assertThat(anyone.get(waiting + "/bundle.zip").status()).isEqualTo(404);
    assertThat(guest.get(NEW).status()).isEqualTo(403);
    assertThat(guest.get(waiting).status()).isEqualTo(404);
    assertThat(clerk.get(waiting).text()).contains("待批准");
    assertThat(clerk.post(waiting, waiting, Map.of("do", "approve")).text())
        .as("not by who proposed it")
        .contains("要由另一个人批准");
    Visiting boss = signedIn("boss");
    assertThat(boss.post(waiting, waiting, Map.of("do", "approve")).status()).isEqualTo(303);
    assertThat(anyone.get(waiting).status()).as("before its release").isEqualTo(404);
    assertThat(boss.get(waiting).text()).contains("2999-01-01 09:00");
    assertThat(boss.post(waiting, waiting, Map.of("do", "refuse", "reason", "x")).status())
        .as("decided once")
        .isEqualTo(422);
    assertThat(anyone.get("/publications").text()).contains("小区报告").doesNotContain("待发布");
    assertThat(anyone.get(path()).text()).contains("已发布", "按现在所知，每一条表述都和发布时一样");
  }

  @Test
  void what_is_wrong_with_a_proposal_is_said() {
    Visiting clerk = signedIn("clerk");
    assertThat(clerk.post(NEW, NEW, Map.of("on", "31.12.2018")).text()).contains("2018-12-31");
    assertThat(clerk.post(NEW, NEW, Map.of("on", "2018-12-31", "release", "soon")).text())
        .contains("soon");
    put("shop", "s-4", Map.of("code", "s-4", "name", "丁", "kind", "tea"));
    assertThat(clerk.post(NEW, NEW, Map.of("on", "2018-12-31")).text())
        .as("a claim fails, and no note says why it is published")
        .contains("请写明原因");
    withdraw("shop", "s-4");
    assertThat(clerk.get("/publications/new/nothing").status()).isEqualTo(404);
    assertThat(clerk.get("/publications/999999999999999999999").status()).isEqualTo(404);
  }

  @Test
  void what_has_changed_since_is_told_and_what_was_published_stays() {
    String published = proposed("2018-12-31", "");
    assertThat(signedIn("boss").post(published, published, Map.of("do", "approve")).status())
        .isEqualTo(303);
    put("shop", "s-3", Map.of("code", "s-3", "name", "丙", "kind", "tea"));

    Visiting.Seen page = new Visiting(baseUrl()).get(published + "?lang=zh");

    assertThat(page.text()).contains("2家").contains("3家").contains("为什么变了");
    assertThat(publications().rerun(publication(published)).differences()).isEmpty();
    withdraw("shop", "s-3");
    assertThat(new Visiting(baseUrl()).get(published).text()).contains("都和发布时一样");
  }

  @Test
  void a_withdrawn_report_stays_readable_and_says_why() {
    String published = proposed("2018-12-31", "");
    Visiting boss = signedIn("boss");
    boss.post(published, published, Map.of("do", "approve"));
    assertThat(boss.post(published, published, Map.of("do", "withdraw")).status()).isEqualTo(422);
    assertThat(boss.post(published, published, Map.of("do", "withdraw", "reason", "数字有误")).status())
        .isEqualTo(303);
    assertThat(new Visiting(baseUrl()).get(published).text()).contains("数字有误").contains("已撤回");
  }

  @Test
  void it_is_printed_as_pdf_and_docx() throws IOException {
    try (XWPFDocument document =
        new XWPFDocument(new ByteArrayInputStream(bytes(path() + "/report.docx")))) {
      assertThat(document.getParagraphs().stream().map(p -> p.getText()))
          .anyMatch(t -> t.contains("开店2家"));
      assertThat(document.getTables().getFirst().getRows()).hasSize(5);
    }
    int status = new Visiting(baseUrl()).get(path() + "/report.pdf").status();
    if (status == 200) {
      assertThat(new String(bytes(path() + "/report.pdf"), 0, 5, StandardCharsets.US_ASCII))
          .isEqualTo("%PDF-");
    } else {
      assertThat(status).as("no font on this machine").isEqualTo(404);
    }
  }

  @Test
  void a_bundle_tells_every_claim_again_and_closed_registers_are_named() {
    assertThat(verified(bundle))
        .contains("和发布时一样")
        .contains("有 1 条表述没有重算")
        .contains("S4: 内部台账 visit");
  }

  @Test
  void the_page_and_the_paper_say_which_claims_the_public_bundle_cannot_tell() throws IOException {
    assertThat(new Visiting(baseUrl()).get(path() + "?lang=zh").text())
        .contains("公开的证据包不能重算的表述")
        .contains("1次 S4内部台账 visit");
    assertThat(new Visiting(baseUrl()).get(path() + "?lang=en").text())
        .contains("Claims that the public bundle cannot tell again");
    try (XWPFDocument document =
        new XWPFDocument(new ByteArrayInputStream(bytes(path() + "/report.docx")))) {
      assertThat(document.getTables().getFirst().getText()).contains("＊");
      assertThat(document.getParagraphs().stream().map(p -> p.getText()))
          .anyMatch(t -> t.startsWith("＊ 依据的台账不对外公开"));
    }
  }

  @Test
  void ten_kinds_of_tampering_are_caught_each_with_a_sentence_that_says_where() throws IOException {
    assertThat(refused(changed("开店", "新开"))).as("text").contains("reports/small-2018.zh.md");
    assertThat(refused(changed("\"holds\"", "\"fails\""))).as("value").contains("snapshot");
    assertThat(refused(changed("shop, '1' as unit", "shop, '2' as unit")))
        .as("definition")
        .contains("figures/shops.yaml");
    assertThat(refused(changed("an original", "a forgery"))).as("document").contains("原件");
    assertThat(refused(lines(lines -> lines.removeIf(l -> l.contains("\"s-2")))))
        .as("row dropped")
        .contains("shop");
    assertThat(refused(lines(lines -> lines.add(lines.getFirst()))))
        .as("row added")
        .contains("twice");
    assertThat(
            refused(lines(lines -> lines.replaceAll(l -> l.replace("2018-03-01", "2018-04-01")))))
        .as("date")
        .contains("leaf");
    assertThat(
            refused(
                lines(lines ->
                    lines.replaceAll(l ->
                        l.contains("\"s-1") ? l.replaceFirst("\"seq\":\\d+", "\"seq\":0") : l))))
        .as("order")
        .contains("seq");
    assertThat(refused(tampered("leaves"::equals, content -> flipped(content, 40))))
        .as("proof")
        .contains("root");
    assertThat(
            refused(
                tampered(
                    "checkpoint"::equals,
                    content -> text(text(content).replaceFirst("\n\\d+\n", "\n3\n")))))
        .as("checkpoint")
        .isNotEmpty();
  }

  private interface Change {
    void to(List<String> lines);
  }

  private static Path lines(Change change) throws IOException {
    return tampered(
        "entries.jsonl"::equals,
        content -> {
          List<String> lines = new ArrayList<>(text(content).lines().toList());
          change.to(lines);
          return text(String.join("\n", lines) + "\n");
        });
  }

  /** The first kept file that holds these words, with others instead. */
  private static Path changed(String from, String to) throws IOException {
    String name =
        files(bundle).entrySet().stream()
            .filter(f -> f.getKey().startsWith(Publications.KEPT))
            .filter(f -> text(f.getValue()).contains(from))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no file holds " + from));
    return tampered(name::equals, content -> text(text(content).replace(from, to)));
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static byte[] text(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] flipped(byte[] content, int at) {
    byte[] flipped = content.clone();
    flipped[at] ^= 1;
    return flipped;
  }

  private static int forged;

  private static Path tampered(Predicate<String> which, UnaryOperator<byte[]> change)
      throws IOException {
    Path file = folder.resolve("forged-" + forged++ + ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> f : files(bundle).entrySet()) {
        zip.putNextEntry(new ZipEntry(f.getKey()));
        zip.write(which.test(f.getKey()) ? change.apply(f.getValue()) : f.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private static Map<String, byte[]> files(Path zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        files.put(e.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static String verified(Path file) {
    Said said = verify(file);
    assertThat(said.code()).as(said.words()).isZero();
    return said.words();
  }

  private static String refused(Path file) {
    Said said = verify(file);
    assertThat(said.code()).as(said.words()).isNotZero();
    return said.words();
  }

  private record Said(int code, String words) {}

  /** As a stranger does it, who has the file and this program. */
  private static Said verify(Path file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        CommandLineMain.run(
            Liuzheng.class, print, print, "verify", file.toString(), "--lang", "zh");
    return new Said(code, out.toString(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String path) throws IOException {
    try (InputStream in = java.net.URI.create(baseUrl() + path).toURL().openStream()) {
      return in.readAllBytes();
    }
  }

  private static String proposed(String on, String release) {
    Visiting.Seen sent =
        signedIn("clerk").post(NEW, NEW, Map.of("on", on, "release", release, "note", ""));
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    return sent.header("Location");
  }

  private static String path() {
    return "/publications/" + number;
  }

  private static Publications publications() {
    return spring.getBean(Publications.class);
  }

  private static Publications.Publication publication(String path) {
    return publications().of(Long.parseLong(path.replaceAll("\\D", ""))).orElseThrow();
  }

  private static Visiting signedIn(String login) {
    Visiting visiting = new Visiting(baseUrl());
    visiting.post(
        "/sign-in", "/sign-in", Map.of("username", login, "password", login + "-password"));
    visiting.get("/publications?lang=zh");
    return visiting;
  }

  private static String baseUrl() {
    return "http://localhost:" + ((WebServerApplicationContext) spring).getWebServer().getPort();
  }

  private static void put(String register, String id, Map<String, String> fields) {
    assertThat(
            spring
                .getBean(Registers.class)
                .put(
                    new Registers.Put(
                        register,
                        "2018-03-01",
                        fields,
                        new Author("clerk", "1", Set.of("admin")),
                        new Source.Form())))
        .as(id)
        .isInstanceOf(Registers.Outcome.Accepted.class);
  }

  private static void withdraw(String register, String id) {
    spring
        .getBean(Registers.class)
        .withdraw(
            new Registers.Withdraw(
                register,
                id,
                LocalDate.of(2018, 3, 1),
                "tried",
                new Author("clerk", "1", Set.of("admin")),
                new Source.Form()));
  }

  private static void write(Path pack, String file, String content) throws IOException {
    Files.createDirectories(pack.resolve(file).getParent());
    Files.writeString(pack.resolve(file), content);
  }

  private static void append(Path pack, String file, String more) throws IOException {
    Files.writeString(pack.resolve(file), Files.readString(pack.resolve(file)) + more);
  }
}
