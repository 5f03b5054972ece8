package org.liuzheng.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liuzheng.claim.Claims;
import org.liuzheng.publication.Publications.Publication;
import org.liuzheng.publication.Snapshot.Fixed;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.openpdf.text.pdf.BaseFont;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts published reports on paper: PDF and DOCX. */
@Component
public class Printing {
  private static final int ROOT_SHOWN = 16;

  private final Publications publications;
  private final Claims claims;
  private final List<String> fonts;

  /**
   * @param fonts files with Chinese characters, separated by semicolons; of a collection with the
   *     number of the font in it, such as {@code NotoSerifCJK-Regular.ttc,2}
   */
  Printing(Publications publications, Claims claims, @Value("${liuzheng.fonts}") String fonts) {
    this.publications = publications;
    this.claims = claims;
    this.fonts = List.of(fonts.split(";", -1));
  }

  /** Whether this machine has a font for PDF. */
  public boolean hasFont() {
    return font().isPresent();
  }

  public void pdf(Publication publication, Lang lang, OutputStream out) throws IOException {
    String font =
        font().orElseThrow(() -> new IllegalStateException("no font of liuzheng.fonts is there"));
    new PdfWriting(BaseFont.createFont(font, BaseFont.IDENTITY_H, BaseFont.EMBEDDED))
        .write(printout(publication, lang), out);
  }

  public void docx(Publication publication, Lang lang, OutputStream out) throws IOException {
    DocxWriting.write(printout(publication, lang), out);
  }

  private Optional<String> font() {
    return fonts.stream()
        .filter(f -> Files.isRegularFile(Path.of(f.replaceFirst(",\\d+$", ""))))
        .findFirst();
  }

  private Printout printout(Publication publication, Lang lang) {
    Map<String, Integer> notes = new LinkedHashMap<>();
    List<Printout.Passage> passages = new ArrayList<>();
    When then = new When(publication.on(), publication.known());
    for (Claims.Block block : claims.blocks(publications.report(publication), lang, then)) {
      passages.add(
          new Printout.Passage(
              block.shape(),
              block.level(),
              block.marker(),
              noted(block.pieces().stream().map(p -> piece(p, notes)).toList())));
    }
    String spoken = lang.name().toLowerCase(Locale.ROOT);
    List<List<String>> rows = new ArrayList<>();
    Map<String, List<Text>> closed = publications.closed(publication);
    for (Fixed claim : publications.snapshot(publication).claims()) {
      rows.add(
          List.of(
              String.valueOf(notes.getOrDefault(claim.id(), 0)),
              claim.id(),
              claim.words().getOrDefault(spoken, ""),
              claim.computed().getOrDefault(spoken, ""),
              closed.containsKey(claim.id())
                  ? say(
                      lang,
                      "publication.print.closed_mark",
                      say(lang, "page.verdict." + claim.verdict()))
                  : say(lang, "page.verdict." + claim.verdict())));
    }
    return new Printout(
        publication.title().in(lang),
        List.of(
            say(lang, "publication.print.as_of", publication.on().toString()),
            say(
                lang,
                "publication.print.fixed",
                String.valueOf(publication.number()),
                String.valueOf(publication.known()),
                publication.root())),
        passages,
        say(lang, "publication.print.table"),
        List.of(
            say(lang, "publication.print.number"),
            say(lang, "publication.print.claim"),
            say(lang, "publication.print.text"),
            say(lang, "publication.print.records"),
            say(lang, "publication.print.verdict")),
        rows,
        closed.isEmpty() ? "" : say(lang, "publication.print.closed", listed(closed, lang)),
        say(
            lang,
            "publication.print.foot",
            String.valueOf(publication.number()),
            publication.root().substring(0, ROOT_SHOWN)));
  }

  private static String listed(Map<String, List<Text>> closed, Lang lang) {
    return closed.values().stream()
        .flatMap(List::stream)
        .map(t -> t.in(lang))
        .distinct()
        .collect(Collectors.joining(say(lang, "publication.print.comma")));
  }

  /** A mark that closes what a claim says stands before the claim's number. */
  private static List<Printout.Piece> noted(List<Printout.Piece> pieces) {
    List<Printout.Piece> noted = new ArrayList<>();
    for (Printout.Piece piece : pieces) {
      boolean closes =
          !noted.isEmpty()
              && noted.getLast().note() > 0
              && !piece.words().isEmpty()
              && LineBreaks.closes(piece.words().charAt(0));
      if (closes) {
        Printout.Piece claim = noted.removeLast();
        noted.add(new Printout.Piece(claim.words() + piece.words().charAt(0), claim.note()));
      }
      noted.add(new Printout.Piece(piece.words().substring(closes ? 1 : 0), piece.note()));
    }
    return noted;
  }

  private static Printout.Piece piece(Claims.Piece piece, Map<String, Integer> notes) {
    return switch (piece) {
      case Claims.Piece.Plain plain -> new Printout.Piece(plain.text(), 0);
      case Claims.Piece.Unbound unbound -> new Printout.Piece(unbound.text(), 0);
      case Claims.Piece.Bound bound ->
          new Printout.Piece(
              bound.claim().shown(),
              notes.computeIfAbsent(bound.claim().id(), id -> notes.size() + 1));
    };
  }

  private static String say(Lang lang, String key, Object... arguments) {
    return Words.text(key, arguments).in(lang);
  }
}
