package org.liuzheng.cli;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                "--server.address=127.0.0.1",
                "--server.port=0")) {
      List<Text> wrong = new ArrayList<>(kept(file, spring.getBean(Evidence.class)));
      Publications publications = spring.getBean(Publications.class);
      Optional<Publication> found = publications.all().stream().findFirst();
      if (found.isEmpty()) {
        wrong.add(Words.text("publication.none_in_bundle"));
        return new Publications.Rerun(wrong, Set.of());
      }
      rootAt(found.get(), bundle).ifPresent(wrong::add);
      if (!found.get().approved()) {
        wrong.add(Words.text("publication.not_approved"));
      }
      if (!wrong.isEmpty()) {
        return new Publications.Rerun(wrong, Set.of());
      }
      publications.restore(found.get());
      return publications.rerun(found.get());
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /** Keeps the files of the bundle; tells those whose content is not what their name says. */
  private static List<Text> kept(Path file, Evidence evidence) throws IOException {
    List<Text> wrong = new ArrayList<>();
    try (FileSystem zip = zip(file);
        Stream<Path> files = Files.list(zip.getPath("/" + Publications.KEPT))) {
      for (Path kept : files.sorted().toList()) {
        String name = kept.getFileName().toString();
        if (!evidence.keep(Files.readAllBytes(kept)).equals(name)) {
          wrong.add(Words.text("publication.file_differs", name));
        }
      }
    }
    return wrong;
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
