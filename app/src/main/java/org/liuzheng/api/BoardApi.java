package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.liuzheng.board.Board;
import org.liuzheng.board.Board.Section;
import org.liuzheng.pack.Packs;
import org.liuzheng.words.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/boards")
@Tag(name = "Boards", description = "Which figures stand together, and how")
class BoardApi {
  private final Packs packs;

  BoardApi(Packs packs) {
    this.packs = packs;
  }

  @GetMapping
  @Operation(
      summary = "All boards with the figures on them",
      description = "A board has no values of its own: ask for those of its figures.")
  List<BoardLine> boards() {
    return packs.boards().stream().map(BoardLine::of).toList();
  }

  /** One board. */
  record BoardLine(
      @Schema(example = "campaign") String name,
      Text label,
      Text purpose,
      @Schema(description = "a sentence with {figure} where a value belongs; may be empty")
          Text says,
      List<SectionLine> sections) {
    static BoardLine of(Board b) {
      return new BoardLine(
          b.name(),
          b.label(),
          b.purpose(),
          b.says(),
          b.sections().stream().map(SectionLine::of).toList());
    }
  }

  /** One section of a board. */
  record SectionLine(
      Text label,
      @Schema(description = "lines, table, trend, ranking or rows") String kind,
      List<String> figures,
      @Schema(description = "of a table, the column whose values are its lines; else empty")
          String by) {
    static SectionLine of(Section section) {
      return switch (section) {
        case Section.Lines s -> new SectionLine(s.label(), "lines", s.figures(), "");
        case Section.Table s -> new SectionLine(s.label(), "table", s.figures(), s.by());
        case Section.Trend s -> new SectionLine(s.label(), "trend", s.figures(), "");
        case Section.Ranking s -> new SectionLine(s.label(), "ranking", s.figures(), "");
        case Section.Rows s -> new SectionLine(s.label(), "rows", s.figures(), "");
      };
    }
  }
}
