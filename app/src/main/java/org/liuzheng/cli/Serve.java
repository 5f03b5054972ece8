package org.liuzheng.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.liuzheng.people.FolderToken;
import org.liuzheng.people.People;
import org.liuzheng.postgres.DataFolder;
import org.liuzheng.words.Words;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class Serve extends OnDistrict {
  private static final int USUAL_PORT = 8080;
  private static final int LARGEST_PORT = 65535;
  private static final String THIS_MACHINE = "127.0.0.1";

  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port")
  int port = USUAL_PORT;

  @Option(names = "--host", paramLabel = "ADDRESS", descriptionKey = "host")
  String host = THIS_MACHINE;

  Serve(Context context) {
    super(context);
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = dataFolder();
    if (DataFolder.use(folder) instanceof DataFolder.Use.Running running) {
      throw new Spoken(
          CommandLineMain.CANNOT_START, DataFolder.inUse(folder, Optional.of(running.note())));
    }
    requireFreePort();
    CountDownLatch closed = new CountDownLatch(1);
    try (Started started = started()) {
      started
          .spring()
          .addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
              closed.countDown();
            }
          });
      if (started.pack().accounts().isEmpty()) {
        started
            .spring()
            .getBean(People.class)
            .createFirstAdministrator(password ->
                context
                    .out()
                    .println(Words.text("cli.first_administrator", password).in(context.lang())));
      }
      started
          .spring()
          .getBean(DataFolder.class)
          .leaveNote(
              new DataFolder.Note(
                  started.address(), started.spring().getBean(FolderToken.class).value()));
      context.out().println(Words.text("cli.running", started.address() + "/").in(context.lang()));
      closed.await();
    }
    return 0;
  }

  private Started started() {
    try (Progress progress = context.progress(Words.text("cli.starting"))) {
      return Started.start(
          this,
          Map.of("server.address", host, "server.port", String.valueOf(port)),
          progress::tell);
    }
  }

  /**
   * Asked before anything is started: an import takes seconds, and its result could not be seen.
   */
  private void requireFreePort() {
    if (port < 0 || port > LARGEST_PORT) {
      throw new Spoken(
          CommandLineMain.WRONG_LINE, Words.text("cli.bad_port", String.valueOf(port)));
    }
    try (ServerSocket trying = new ServerSocket()) {
      trying.setReuseAddress(true);
      trying.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw new Spoken(CommandLineMain.CANNOT_START, Words.text("cli.bad_host", host));
    } catch (IOException e) {
      throw new Spoken(
          CommandLineMain.CANNOT_START,
          Words.text("cli.port_taken", String.valueOf(port), String.valueOf(e.getMessage())));
    }
  }
}
