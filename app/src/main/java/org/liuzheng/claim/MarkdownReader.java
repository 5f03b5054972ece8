package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.liuzheng.claim.Manuscript.Linked;
import org.liuzheng.claim.Manuscript.Passage;
import org.liuzheng.claim.Manuscript.Place;
import org.liuzheng.claim.Manuscript.Plain;
import org.liuzheng.claim.Manuscript.Run;

/** Walks the tree of a Markdown text; what is inside a block becomes one passage. */
final class MarkdownReader extends AbstractVisitor {
  private static final String CLAIM = "claim:";
  private static final String WIDE =
      "[\\p{IsHan}\\p{InCJK_Symbols_and_Punctuation}"
          + "\\p{InHalfwidth_and_Fullwidth_Forms}\\p{InGeneral_Punctuation}]";

  /** Lines of Chinese join without a space. */
  private static final Pattern WIDE_LINES =
      Pattern.compile("(?<=" + WIDE + ")\\n(?=[\\d\\p{IsHan}]|" + WIDE + ")");

  private final List<Passage> passages = new ArrayList<>();
  private final List<Place> unshown = new ArrayList<>();
  private List<Run> runs = new ArrayList<>();
  private StringBuilder words = new StringBuilder();
  private int depth;
  private String marker = "";
  private boolean quoted;

  private MarkdownReader() {}

  static Manuscript read(String markdown) {
    MarkdownReader reader = new MarkdownReader();
    Parser.builder()
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .build()
        .parse(markdown)
        .accept(reader);
    return new Manuscript(List.copyOf(reader.passages), List.copyOf(reader.unshown));
  }

  @Override
  public void visit(Heading heading) {
    visitChildren(heading);
    close(Claims.Shape.HEADING, heading.getLevel());
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    close(
        depth > 0 ? Claims.Shape.ITEM : quoted ? Claims.Shape.QUOTE : Claims.Shape.PARAGRAPH,
        depth);
    marker = "";
  }

  @Override
  public void visit(BlockQuote quote) {
    boolean outer = quoted;
    quoted = true;
    visitChildren(quote);
    quoted = outer;
  }

  @Override
  public void visit(BulletList list) {
    items(list, 0);
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    items(list, start == null ? 1 : start);
  }

  /**
   * @param first the number of the first item; 0 for an unordered list
   */
  private void items(ListBlock list, int first) {
    depth++;
    int number = first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      marker = first == 0 ? "•" : number + ".";
      number++;
      visitChildren(item);
    }
    depth--;
  }

  @Override
  public void visit(Text text) {
    words.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    words.append(code.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak line) {
    words.append('\n');
  }

  @Override
  public void visit(HardLineBreak line) {
    words.append('\n');
  }

  /** The words of a claim are what its brackets hold; other links are read as plain words. */
  @Override
  public void visit(Link link) {
    if (!link.getDestination().startsWith(CLAIM)) {
      visitChildren(link);
      return;
    }
    flush();
    visitChildren(link);
    runs.add(new Linked(link.getDestination().substring(CLAIM.length()), text(), place(link)));
    words = new StringBuilder();
  }

  @Override
  public void visit(Image image) {
    unshown.add(place(image));
  }

  @Override
  public void visit(HtmlInline html) {
    unshown.add(place(html));
  }

  @Override
  public void visit(HtmlBlock html) {
    unshown.add(place(html));
  }

  @Override
  public void visit(FencedCodeBlock code) {
    unshown.add(place(code));
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    unshown.add(place(code));
  }

  private static Place place(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.getSourceSpans().isEmpty()) {
        SourceSpan span = at.getSourceSpans().getFirst();
        return new Place(span.getLineIndex() + 1, span.getColumnIndex() + 1);
      }
    }
    return new Place(1, 1);
  }

  private String text() {
    return WIDE_LINES.matcher(words).replaceAll("").replace('\n', ' ');
  }

  private void flush() {
    if (!words.isEmpty()) {
      runs.add(new Plain(text()));
      words = new StringBuilder();
    }
  }

  private void close(Claims.Shape shape, int level) {
    flush();
    if (!runs.isEmpty()) {
      passages.add(new Passage(shape, level, marker, List.copyOf(runs)));
    }
    runs = new ArrayList<>();
  }
}
