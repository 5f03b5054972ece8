package org.liuzheng.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liuzheng.publication.Publications.Drift;
import org.liuzheng.publication.Publications.Publication;
import org.liuzheng.publication.Publications.State;
import org.liuzheng.publication.Snapshot;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;

/** Publications as {@code docs/specs/api.md} describes their JSON. */
final class PublicationShapes {
  private PublicationShapes() {}

  /** A report as it was fixed. */
  record PublishedReport(
      @Schema(description = "seq of the entry that proposes it") long number,
      String report,
      Text title,
      @Schema(description = "waits, refused, approved, published or withdrawn") String state,
      LocalDate on,
      @Schema(description = "the position up to which entries count") long known,
      @Schema(description = "the tree's root at that position, in hex") String root,
      Instant release,
      String note) {
    static PublishedReport of(Publication p, Instant now) {
      State state = p.state(now);
      return new PublishedReport(
          p.number(),
          p.report(),
          p.title(),
          state.name().toLowerCase(Locale.ROOT),
          p.on(),
          p.known(),
          p.root(),
          p.release(),
          p.note());
    }
  }

  /** The same with its claims and with what would be told otherwise today. */
  record PublishedDetail(
      PublishedReport publication, List<PublishedClaim> claims, List<ClaimSince> since) {}

  /** A claim as it was fixed; words and computed by language. */
  record PublishedClaim(
      String id,
      String verdict,
      Map<String, String> words,
      Map<String, String> computed,
      List<String> values,
      @Schema(
              description =
                  "registers it rests on that are not public; the public bundle cannot tell it again")
          List<Text> closed) {
    static PublishedClaim of(Snapshot.Fixed f, List<Text> closed) {
      return new PublishedClaim(f.id(), f.verdict(), f.words(), f.computed(), f.values(), closed);
    }
  }

  /** A claim then and now. */
  record ClaimSince(String id, String verdict, String computed, String verdictNow, String now) {
    static ClaimSince of(Drift d, Lang lang) {
      return new ClaimSince(
          d.was().id(),
          d.was().verdict(),
          d.was().computed().getOrDefault(lang.name().toLowerCase(Locale.ROOT), ""),
          d.now().verdict().name().toLowerCase(Locale.ROOT),
          d.now().computed().in(lang));
    }
  }

  /** What is sent to propose a report. */
  record ProposedReport(
      String report,
      @Schema(description = "the day it is true on") LocalDate on,
      @Schema(description = "when it becomes public; left out: once it is approved")
          @Nullable Instant release,
      @Schema(description = "needed where a claim does not hold") @Nullable String note) {}

  /** What is sent to decide on one. */
  record Decision(
      @Schema(name = "do", description = "approve, refuse or withdraw") @JsonProperty("do")
          String act,
      @Schema(description = "needed to refuse and to withdraw") @Nullable String reason) {}

  /** What came of it. */
  record Numbered(long number) {}
}
