package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.register.Schema;

/**
 * What rows can be read from: the registers, and the relations as they govern on a day.
 *
 * @param reading relations that are being read, which cannot be read again inside themselves
 */
record Shelf(List<Schema> schemas, Relations relations, LocalDate day, Set<String> reading) {
  Shelf(List<Schema> schemas, Relations relations) {
    this(schemas, relations, LocalDate.MAX, Set.of());
  }

  /** The relations as they govern on another day. */
  Shelf on(LocalDate other) {
    return new Shelf(schemas, relations, other, reading);
  }

  Shelf inside(String relation) {
    Set<String> more = new TreeSet<>(reading);
    more.add(relation);
    return new Shelf(schemas, relations, day, more);
  }

  Optional<Schema> register(String name) {
    return schemas.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /** What a relation selects; empty when it has flaws, which are told where it is declared. */
  Optional<SelectReader.Read> relation(String name) {
    return relations.read(name, this);
  }

  String names() {
    return Stream.concat(schemas.stream().map(Schema::name), relations.names().stream())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
