package org.liuzheng.bench.figures;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.liuzheng.Liuzheng;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Definitions;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.OpenedFigures;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Schemas;
import org.liuzheng.yaml.Flaw;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole program on a data folder, with the registers to measure with. */
final class District implements AutoCloseable {
  static final List<String> KINDS = List.of("k1", "k2", "k3", "k4", "k5");
  static final Author OFFICER = new Author("officer", "u000", Set.of("officer", "admin"));

  private final ConfigurableApplicationContext spring;
  private final List<Schema> schemas;
  private final Path folder;
  final Registers registers;
  final Ledger ledger;
  final Figures figures;
  final DataSource database;
  final JdbcTemplate jdbc;

  private District(ConfigurableApplicationContext spring, Path folder) {
    this.spring = spring;
    this.folder = folder;
    this.registers = spring.getBean(Registers.class);
    this.ledger = spring.getBean(Ledger.class);
    this.figures = spring.getBean(Figures.class);
    this.database = spring.getBean(HikariDataSource.class);
    this.jdbc = new JdbcTemplate(database);
    this.schemas = schemas();
    registers.install(schemas);
  }

  static District on(Path folder) {
    SpringApplication application = new SpringApplication(Liuzheng.class);
    application.setDefaultProperties(
        Map.of("liuzheng.data", folder.toString(), "server.port", "0"));
    return new District(application.run(), folder);
  }

  private static List<Schema> schemas() {
    Map<String, String> files = new LinkedHashMap<>();
    List.of("unit", "item", "application", "project")
        .forEach(r -> files.put(r, resource("/figures/registers/" + r + ".yaml")));
    List<Flaw> flaws = new ArrayList<>();
    List<Schema> read = Schemas.readAll(files, List.of(), flaws);
    sound(flaws);
    return read;
  }

  Path folder() {
    return folder;
  }

  /** The first shapes of figures, each for every kind. */
  List<Definition> shapes(int many) {
    String[] shapes = resource("/figures/shapes.yaml").split("(?m)^(?=- figure)");
    Map<String, String> files = new LinkedHashMap<>();
    for (String kind : KINDS) {
      files.put(
          kind,
          java.util.Arrays.stream(shapes, 1, many + 1)
              .map(s -> s.replace("KIND", kind))
              .collect(Collectors.joining()));
    }
    List<Flaw> flaws = new ArrayList<>();
    List<Definition> read =
        Definitions.readAll(files, Definitions.Content.NONE, schemas, flaws).figures();
    sound(flaws);
    return read;
  }

  OpenedFigures opened() {
    return new OpenedFigures(figures, database, schemas);
  }

  private static void sound(List<Flaw> flaws) {
    if (!flaws.isEmpty()) {
      throw new IllegalStateException(flaws.toString());
    }
  }

  private static String resource(String name) {
    try (InputStream in = District.class.getResourceAsStream(name)) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    spring.close();
  }
}
