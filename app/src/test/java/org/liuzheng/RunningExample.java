package org.liuzheng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.liuzheng.claim.Claims;
import org.liuzheng.pack.Packs;
import org.liuzheng.people.FolderToken;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program with the worked example, started once for all tests of a JVM. */
public final class RunningExample {
  private static final ConfigurableApplicationContext SPRING = start();

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
