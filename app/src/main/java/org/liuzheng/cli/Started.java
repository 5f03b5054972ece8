package org.liuzheng.cli;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.liuzheng.pack.Pack;
import org.liuzheng.pack.Packs;
import org.liuzheng.pack.RejectedRecords;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The program, started in this process with its pack installed.
 *
 * @param address base URL without a slash at the end
 */
record Started(ConfigurableApplicationContext spring, String address, Pack pack)
    implements AutoCloseable {
  private static final String THIS_MACHINE = "127.0.0.1";

  /** Started for the time of one command, reachable from this machine alone. */
  static Started forOneCommand(OnDistrict command, Progress progress) {
    progress.tell(Words.text("cli.starting"));
    return start(
        command, Map.of("server.address", THIS_MACHINE, "server.port", "0"), progress::tell);
  }

  /**
   * @param listening where it can be reached, as Spring's {@code server.} settings
   */
  static Started start(OnDistrict command, Map<String, Object> listening, Consumer<Text> progress) {
    java.nio.file.Path folder = command.packFolder();
    // The pack is read while Spring starts: both take seconds, and there are two processors.
    CompletableFuture<Packs.Loaded> reading =
        CompletableFuture.supplyAsync(() -> Packs.read(folder));
    Map<String, Object> properties = new TreeMap<>(command.settings());
    properties.putAll(listening);
    SpringApplication application = new SpringApplication(command.context.application());
    // The pack is installed before the web server accepts: nobody sees half a district.
    application.addInitializers(context ->
        ((GenericApplicationContext) context)
            .registerBean(
                SmartInitializingSingleton.class,
                () ->
                    () ->
                        install(command, reading.join(), context.getBean(Packs.class), progress)));
    // As arguments, because those win over the program's own settings.
    ConfigurableApplicationContext spring =
        application.run(
            properties.entrySet().stream()
                .map(p -> "--" + p.getKey() + "=" + p.getValue())
                .toArray(String[]::new));
    WebServer server =
        Objects.requireNonNull(((WebServerApplicationContext) spring).getWebServer());
    return new Started(spring, "http://localhost:" + server.getPort(), reading.join().pack());
  }

  private static void install(
      OnDistrict command, Packs.Loaded loaded, Packs packs, Consumer<Text> progress) {
    if (!loaded.flaws().isEmpty()) {
      for (Flaw flaw : loaded.flaws()) {
        command.context.say(Check.line(flaw));
      }
      throw new Spoken(
          CommandLineMain.CANNOT_START, Words.text("cli.pack_flawed", loaded.flaws().size()));
    }
    try {
      packs.install(loaded.pack(), progress);
    } catch (RejectedRecords e) {
      throw new Spoken(CommandLineMain.CANNOT_START, e.says());
    }
  }

  @Override
  public void close() {
    spring.close();
  }
}
