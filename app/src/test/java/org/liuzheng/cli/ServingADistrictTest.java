package org.liuzheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuzheng.SmallDistrict;
import org.liuzheng.api.Api;
import org.liuzheng.postgres.PostgresServer;

/** The program as a process: started, killed, started again, and asked by the other commands. */
class ServingADistrictTest {
  private static final Pattern PASSWORD = Pattern.compile("shown this once: (\\S+)");
  private static final String NOTHING_ELSE = "Liuzheng is running: http://localhost:\\d+/\n";

  @TempDir Path folder;

  private Path pack;
  private Path data;
  private Serving serving;

  @BeforeEach
  void start() throws Exception {
    pack = SmallDistrict.pack(folder.resolve("small"), false);
    data = folder.resolve("data");
  }

  @AfterEach
  void stop() throws Exception {
    serving.stop();
  }

  @Test
  void a_real_start_has_one_administrator_and_survives_being_killed_while_it_writes()
      throws Exception {
    serving = Serving.start(pack, data);
    Matcher told = PASSWORD.matcher(serving.said());
    assertThat(told.find()).as(serving.said()).isTrue();
    Api admin = Api.signedIn(serving.address(), "admin", told.group(1));
    assertThat(admin.json("/api/session").path("roles").toString()).isEqualTo("[\"admin\"]");

    int acknowledged = writeUntilKilled();
    long orphan = Serving.server(data);
    serving = Serving.start(pack, data);

    assertThat(serving.said()).as("the password is told once").matches(NOTHING_ELSE);
    assertThat(Serving.server(data)).isNotEqualTo(orphan);
    assertEnds(orphan);
    long kept = serving.api().json("/api/registers/shop?size=1").path("total").asLong();
    assertThat(kept).isBetween((long) acknowledged, acknowledged + 1L);
    assertThat(type("verify").code()).isZero();
    assertThat(serving.api().get("/api/registers/shop/record?id=n" + acknowledged).statusCode())
        .isEqualTo(200);
    long server = Serving.server(data);
    serving.stop();
    assertEnds(server);
    assertThat(data.resolve("running")).doesNotExist();
  }

  /** Its folder is free before the process is quite gone. */
  private static void assertEnds(long server) {
    ProcessHandle.of(server)
        .ifPresent(process ->
            assertThat(process.onExit()).succeedsWithin(java.time.Duration.ofSeconds(10)));
  }

  /** Puts one record after another; returns how many were acknowledged before the kill. */
  private int writeUntilKilled() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    AtomicInteger acknowledged = new AtomicInteger();
    Api api = serving.api();
    Thread writing =
        Thread.ofVirtual()
            .start(() -> {
              for (int n = 1; ; n++) {
                try {
                  if (api.post(
                              "/api/registers/shop/put",
                              "application/json",
                              "{\"validFrom\": \"2018-01-01\", \"fields\": {\"code\": \"n%d\", \"name\": \"x\"}}"
                                  .formatted(n))
                          .statusCode()
                      != 200) {
                    return;
                  }
                  acknowledged.set(n);
                } catch (java.io.UncheckedIOException killed) {
                  return;
                }
              }
            });
    while (acknowledged.get() == 0) {
      writing.join(java.time.Duration.ofMillis(10));
    }
    writing.join(java.time.Duration.ofMillis(new Random(seed).nextInt(1000)));
    serving.kill();
    writing.join();
    return acknowledged.get();
  }

  @Test
  void the_other_commands_work_through_the_program_that_runs() throws Exception {
    serving = Serving.start(pack, data);
    Path shops =
        Files.writeString(folder.resolve("shops.csv"), "编号,名称,类别,面积\ns1,一,茶,10\ns2,二,米,many\n");

    Typed second = type("serve");
    assertThat(second.code()).isEqualTo(3);
    assertThat(second.err()).contains("in use by another Liuzheng", serving.address());

    Typed refused = type("import", "shop", shops.toString(), "--valid-from", "2018-01-01");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).contains("D3", "many", "it should be a number such as 12.5");
    assertThat(refused.err()).contains("2 rows: 0 entered");
    assertThat(
            type("import", "shop", shops.toString(), "--valid-from", "2018-01-01", "--good-rows")
                .err())
        .contains("2 rows: 1 entered, 0 already so, 1 places rejected");

    assertThat(type("figure", "shops", "--unit", "1", "--period", "2018").out())
        .contains("1 shops");
    assertThat(type("figure", "shops", "--period", "2018", "--by", "kind", "--json").out())
        .contains("\"key\" : \"tea\"");
    assertThat(type("figure", "shop", "--period", "2018").err()).contains("near to it: shops");
    assertThat(type("figure", "shops", "--period", "2018", "--on", "2018-02-30").code())
        .isEqualTo(4);
    assertThat(type("report", "nothing").code()).isEqualTo(4);

    Path csv = folder.resolve("out.csv");
    assertThat(type("export", "shop", csv.toString()).code()).isZero();
    assertThat(Files.readString(csv)).contains("s1").doesNotContain("Telephone");
    Typed again = type("import", "shop", csv.toString());
    assertThat(again.err()).as(again.out()).contains("1 rows: 0 entered, 1 already");
    assertThat(type("verify", "--json").out()).contains("\"sound\" : true");
    assertThat(type("export", "ledger", folder.resolve("out.zip").toString()).code()).isZero();
    bundlesAreChecked(folder.resolve("out.zip"));
  }

  private void bundlesAreChecked(Path bundle) throws Exception {
    Typed sound = Typed.in("verify", bundle.toString(), "--lang", "en");
    assertThat(sound.code()).isZero();
    assertThat(sound.err()).contains("All 2 entries verify", "compare it with the one");
    String key =
        new String(
                new java.net.URI(serving.address() + "/log/key")
                    .toURL()
                    .openStream()
                    .readAllBytes())
            .strip();
    assertThat(Typed.in("verify", bundle.toString(), "--key", key, "--json").out())
        .contains("\"entries\" : 2", "\"sound\" : true");

    try (var zip = java.nio.file.FileSystems.newFileSystem(bundle)) {
      Path entries = zip.getPath("entries.jsonl");
      Files.writeString(
          entries,
          Files.readString(entries).replace("\\\"name\\\":\\\"一\\\"", "\\\"name\\\":\\\"二\\\""));
    }
    Typed tampered = Typed.in("verify", bundle.toString(), "--lang", "en", "--json");
    assertThat(tampered.code()).isEqualTo(1);
    assertThat(tampered.out()).contains("\"sound\" : false", "\"seq\" : 1");
    Files.writeString(bundle, "no zip");
    assertThat(Typed.in("verify", bundle.toString(), "--lang", "zh").err()).contains("不是可核验的账本包");
  }

  @Test
  void an_existing_database_is_used_where_it_is_named_and_never_mixed_with_another()
      throws Exception {
    try (PostgresServer server = PostgresServer.start(folder.resolve("elsewhere"), List.of())) {
      System.setProperty("liuzheng.database-password", server.password());
      String[] database = {"--database", server.url(), "--database-user", server.user()};
      serving = Serving.start(pack, data, database);
      assertThat(
              serving
                  .api()
                  .post(
                      "/api/registers/shop/put",
                      "application/json",
                      "{\"validFrom\": \"2018-01-01\", \"fields\": {\"code\": \"e1\", \"name\": \"x\"}}")
                  .statusCode())
          .isEqualTo(200);
      assertThat(data.resolve("database")).doesNotExist();

      Typed writer =
          type(
              "figure",
              "shops",
              "--period",
              "2018",
              "--data",
              folder.resolve("second").toString(),
              database[0],
              database[1],
              database[2],
              database[3]);
      assertThat(writer.code()).isEqualTo(3);
      assertThat(writer.err()).contains("Another program is writing");
      serving.stop();

      Typed alone =
          type(
              "figure",
              "shops",
              "--period",
              "2018",
              "--json",
              database[0],
              database[1],
              database[2],
              database[3]);
      assertThat(alone.out()).contains("\"shown\" : \"1\"");
      Typed without = type("figure", "shops", "--period", "2018");
      assertThat(without.code()).isEqualTo(3);
      assertThat(without.err()).contains("belongs to the database jdbc:postgresql://127.0.0.1");
      System.setProperty("liuzheng.database-password", "wrong");
      Typed wrong =
          type(
              "figure",
              "shops",
              "--period",
              "2018",
              database[0],
              database[1],
              database[2],
              database[3]);
      assertThat(wrong.code()).isEqualTo(3);
      assertThat(wrong.err()).contains("cannot be reached").doesNotContain("\tat ");
    } finally {
      System.clearProperty("liuzheng.database-password");
    }
  }

  private Typed type(String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--lang", "en", "--pack", pack.toString()));
    if (!all.contains("--data")) {
      all.addAll(List.of("--data", data.toString()));
    }
    return Typed.in(all.toArray(String[]::new));
  }
}
