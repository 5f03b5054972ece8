package org.liuzheng.cli;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.publication.Publications;
import org.liuzheng.publication.Publications.Publication;
import org.liuzheng.seal.Bundle;
import org.liuzheng.seal.Hex;
import org.liuzheng.seal.TreeHash;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Computes a published report again from its bundle alone: a program of its own is started on a
 * folder that is thrown away, reads the entries of the bundle instead of a ledger, and tells every
 * claim anew by the definitions in the bundle.
 */
final class Rerunning {
  private Rerunning() {}

  /** Whether the bundle is that of a published report. */
  static boolean wants(Path bundle) throws IOException {
    try (FileSystem zip = zip(bundle)) {
      return Files.isDirectory(zip.getPath("/" + Publications.KEPT));
    }
  }

  /** What is wrong with it, a sentence each, and the claims that could not be told. */
  static Publications.Rerun of(Path file, Bundle bundle, Context context) throws IOException {
    Path folder = Files.createTempDirectory("liuzheng-verify");
    try (ConfigurableApplicationContext spring =
        new SpringApplication(context.application())
            .run(
                "--spring.profiles.active=bundle",
                "--liuzheng.bundle=" + file.toAbsolutePath(),
                "--liuzheng.data=" + folder.resolve("data"),
                "--liuzheng.recheck=-",
                "--liuzheng.figures.in-memory=0",
                "--server.address=127.0.0.1",
                "--server.port=0")) {
      keep(file, spring.getBean(Evidence.class));
      Publications publications = spring.getBean(Publications.class);
      Optional<Publication> found = publications.all().stream().findFirst();
      if (found.isEmpty()) {
        return wrong(List.of(Words.text("publication.none_in_bundle")));
      }
      if (!found.get().approved()) {
        return wrong(List.of(Words.text("publication.not_approved")));
      }
      Optional<Text> root = rootAt(found.get(), bundle);
      if (root.isPresent()) {
        return wrong(List.of(root.get()));
      }
      List<Text> notKept = publications.restore(found.get());
      return notKept.isEmpty() ? publications.rerun(found.get()) : wrong(notKept);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static Publications.Rerun wrong(List<Text> why) {
    return new Publications.Rerun(why, Map.of());
  }

  /** A file that is not what its name says is kept under another name, and found missing. */
  private static void keep(Path file, Evidence evidence) throws IOException {
    try (FileSystem zip = zip(file);
        Stream<Path> files = Files.list(zip.getPath("/" + Publications.KEPT))) {
      for (Path kept : files.sorted().toList()) {
        evidence.keep(Files.readAllBytes(kept));
      }
    }
  }

  /** The tree at the position that was fixed has to be the one whose root was fixed. */
  private static Optional<Text> rootAt(Publication publication, Bundle bundle) {
    List<byte[]> leaves = bundle.leaves().orElse(List.of());
    if (publication.known() > leaves.size()
        || !Arrays.equals(
            Hex.bytes(publication.root()),
            TreeHash.root(leaves.subList(0, (int) publication.known())))) {
      return Optional.of(
          Words.text("publication.root_differs", String.valueOf(publication.known())));
    }
    return Optional.empty();
  }

  private static FileSystem zip(Path file) throws IOException {
    return FileSystems.newFileSystem(file, Map.of("accessMode", "readOnly"));
  }
}
