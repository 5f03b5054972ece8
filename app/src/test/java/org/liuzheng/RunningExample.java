package org.liuzheng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.liuzheng.claim.Claims;
import org.liuzheng.ledger.Author;
import org.liuzheng.pack.Packs;
import org.liuzheng.people.FolderToken;
import org.liuzheng.publication.Publications;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program with the worked example, started once for all tests of a JVM. */
public final class RunningExample {
  private static final ConfigurableApplicationContext SPRING = start();
  private static final long PUBLICATION = proposed();

  private RunningExample() {}

  /** The address without a slash at the end. */
  public static String baseUrl() {
    return "http://localhost:" + ((WebServerApplicationContext) SPRING).getWebServer().getPort();
  }

  public static <T> T bean(Class<T> type) {
    return SPRING.getBean(type);
  }

  /** The bearer token that acts as administrator. */
  public static String token() {
    return bean(FolderToken.class).value();
  }

  /** The number of the publication that waits for a second person. */
  public static long publication() {
    return PUBLICATION;
  }

  private static long proposed() {
    Publications.Outcome outcome =
        bean(Publications.class)
            .propose(
                "jiangbei-2018",
                LocalDate.of(2018, 12, 31),
                Instant.EPOCH,
                "",
                new Author("gongjian", "delivery-office", Set.of("delivery")));
    if (outcome instanceof Publications.Outcome.Done done) {
      return done.number();
    }
    throw new IllegalStateException("not proposed: " + outcome);
  }

  public static Path pack() {
    return Path.of("..", "packs", "jiangbei-2018");
  }

  /** How many claims the example's report declares. */
  public static int claims() {
    return bean(Claims.class).report("jiangbei-2018").orElseThrow().claims().size();
  }

  /** Another program of its own, for a test that leaves entries behind; the caller closes it. */
  static ConfigurableApplicationContext start() {
    try {
      Path folder = Files.createTempDirectory("liuzheng-example");
      SpringApplication application = new SpringApplication(Liuzheng.class);
      application.setDefaultProperties(
          Map.of("liuzheng.data", folder.toString(), "server.port", "0"));
      ConfigurableApplicationContext spring = application.run();
      Packs.Loaded loaded = Packs.read(pack());
      if (!loaded.flaws().isEmpty()) {
        throw new IllegalStateException("the example has flaws: " + loaded.flaws());
      }
      spring.getBean(Packs.class).install(loaded.pack(), sentence -> {});
      return spring;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
