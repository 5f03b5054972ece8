package org.liuzheng.cli;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.liuzheng.pack.Packs;
import org.liuzheng.pack.RejectedRecords;
import org.liuzheng.people.FolderToken;
import org.liuzheng.people.People;
import org.liuzheng.postgres.DataFolder;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program, started in this process with its pack installed.
 *
 * @param address base URL without a slash at the end
 */
record Started(ConfigurableApplicationContext spring, String address) implements AutoCloseable {

  /** @param port 0 for any free port */
  static Started start(OnDistrict command, int port, Map<String, Object> settings) {
    // The pack is read while Spring starts: both take seconds, and there are two processors.
    CompletableFuture<Packs.Loaded> reading =
        CompletableFuture.supplyAsync(() -> Packs.read(command.packFolder()));
    Map<String, Object> properties = new TreeMap<>(settings);
    properties.put("liuzheng.data", command.dataFolder().toString());
    properties.put("server.port", String.valueOf(port));
    SpringApplication application = new SpringApplication(command.context.application());
    application.setDefaultProperties(properties);
    ConfigurableApplicationContext spring = application.run();
    try {
      install(command, reading.join(), spring);
      WebServer server =
          Objects.requireNonNull(((WebServerApplicationContext) spring).getWebServer());
      int actual = server.getPort();
      String address = "http://localhost:" + actual;
      spring.getBean(DataFolder.class).leaveNote(
          new DataFolder.Note(address, spring.getBean(FolderToken.class).value()));
      return new Started(spring, address);
    } catch (RuntimeException e) {
      spring.close();
      throw e;
    }
  }

  private static void install(OnDistrict command, Packs.Loaded loaded,
      ConfigurableApplicationContext spring) {
    if (!loaded.flaws().isEmpty()) {
      for (Flaw flaw : loaded.flaws()) {
        command.context.error(Check.line(flaw));
      }
      throw new Spoken(CommandLineMain.CANNOT_START,
          Words.text("cli.pack_flawed", loaded.flaws().size()));
    }
    try {
      spring.getBean(Packs.class).install(loaded.pack(), command.context::say);
    } catch (RejectedRecords e) {
      throw new Spoken(CommandLineMain.CANNOT_START, e.says());
    }
    if (loaded.pack().accounts().isEmpty()) {
      spring.getBean(People.class).createFirstAdministrator()
          .ifPresent(p -> command.context.say(Words.text("cli.first_administrator", p)));
    }
  }

  @Override
  public void close() {
    spring.close();
  }
}
