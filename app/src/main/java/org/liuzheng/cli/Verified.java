package org.liuzheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liuzheng.publication.Publications;
import org.liuzheng.seal.Bundle;
import org.liuzheng.seal.Check;
import org.liuzheng.seal.NotInFormat;
import org.liuzheng.seal.VerifierKey;
import org.liuzheng.words.Words;

/** The documented shape of what a check of a ledger or of a bundle found. */
record Verified(long entries, boolean sound, List<Fault> faults, List<NotTold> notTold) {
  private static final String ENTRY = "entry ";

  /**
   * @param seq the entry concerned; -1: the checkpoint or the tree as a whole
   */
  record Fault(long seq, String says) {}

  /**
   * A claim of a report that could not be told again.
   *
   * @param registers those it rests on that are not public and not in the bundle
   */
  record NotTold(String claim, List<String> registers) {}

  /**
   * Checks a bundle with nothing but the file.
   *
   * @param key the log's key as known from elsewhere; without it the bundle's own is used, and the
   *     reader is told to compare it
   */
  static Verified bundle(Path file, Optional<String> key, Context context) {
    if (!Files.exists(file)) {
      throw new Spoken(CommandLineMain.REFUSED, Words.text("cli.no_file", file.toString()));
    }
    try (Progress progress = context.progress(Words.text("cli.verifying"))) {
      Bundle bundle = Bundle.read(file);
      VerifierKey trusted = VerifierKey.parse(key.orElse(bundle.key()));
      List<Fault> faults = new ArrayList<>();
      List<NotTold> notTold = new ArrayList<>();
      for (Bundle.Finding finding : bundle.check(trusted)) {
        if (finding.check() instanceof Check.Unsound unsound) {
          faults.add(fault(finding.about(), unsound.reason(), context));
        }
      }
      if (faults.isEmpty() && Rerunning.wants(file)) {
        progress.tell(Words.text("cli.rerunning"));
        Publications.Rerun rerun = Rerunning.of(file, bundle, context);
        rerun.differences().forEach(d -> faults.add(new Fault(-1, d.in(context.lang()))));
        if (rerun.differences().isEmpty()) {
          context.say(Words.text("cli.rerun"));
        }
        rerun
            .closed()
            .forEach((claim, of) ->
                notTold.add(
                    new NotTold(claim, of.stream().map(r -> r.in(context.lang())).toList())));
        if (!notTold.isEmpty()) {
          context.say(Words.text("cli.rerun_closed", notTold.size(), told(notTold)));
        }
      }
      if (key.isEmpty()) {
        context.say(Words.text("cli.compare_key", trusted.encoded()));
      }
      return new Verified(bundle.items().size(), faults.isEmpty(), faults, notTold);
    } catch (NotInFormat e) {
      throw new Spoken(
          CommandLineMain.REFUSED, Words.text("cli.not_a_bundle", file.toString(), e.reason()));
    } catch (IOException e) {
      throw new Spoken(
          CommandLineMain.REFUSED,
          Words.text("cli.not_a_bundle", file.toString(), String.valueOf(e.getMessage())));
    }
  }

  /** A line for each set of registers, with the claims that rest on them. */
  private static String told(List<NotTold> notTold) {
    Map<String, List<String>> claims = new LinkedHashMap<>();
    notTold.forEach(n ->
        claims
            .computeIfAbsent(String.join(", ", n.registers()), r -> new ArrayList<>())
            .add(n.claim()));
    return claims.entrySet().stream()
        .map(e -> "\n  " + String.join(" ", e.getValue()) + ": " + e.getKey())
        .collect(Collectors.joining());
  }

  private static Fault fault(String about, String reason, Context context) {
    return about.startsWith(ENTRY)
        ? new Fault(
            Long.parseLong(about.substring(ENTRY.length())),
            Words.text("cli.entry_unsound", reason).in(context.lang()))
        : new Fault(-1, Words.text("cli.checkpoint_unsound", reason).in(context.lang()));
  }
}
