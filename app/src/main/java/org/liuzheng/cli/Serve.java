package org.liuzheng.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.liuzheng.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", mixinStandardHelpOptions = true, resourceBundle = "cli.help")
final class Serve extends OnDistrict {
  private static final int USUAL_PORT = 8080;

  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port")
  int port = USUAL_PORT;

  @Option(names = "--database", paramLabel = "JDBC-URL", descriptionKey = "database")
  String database = "";

  @Option(names = "--database-user", paramLabel = "NAME", descriptionKey = "databaseUser")
  String databaseUser = "";

  Serve(Context context) {
    super(context);
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Object> settings = new TreeMap<>();
    if (!database.isEmpty()) {
      settings.put("liuzheng.database", "existing");
      settings.put("liuzheng.database-url", database);
      settings.put("liuzheng.database-user", databaseUser);
    }
    Started started = Started.start(this, port, settings);
    context.out().println(Words.text("cli.running", started.address() + "/").in(context.lang()));
    CountDownLatch closed = new CountDownLatch(1);
    started.spring().addApplicationListener(event -> {
      if (event instanceof org.springframework.context.event.ContextClosedEvent) {
        closed.countDown();
      }
    });
    closed.await();
    return 0;
  }
}
