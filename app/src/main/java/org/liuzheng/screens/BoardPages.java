package org.liuzheng.screens;

import org.liuzheng.board.Board;
import org.liuzheng.pack.Packs;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The list of boards, and the page of one. */
@Controller
class BoardPages {
  private final Packs packs;
  private final BoardReading reading;

  BoardPages(Packs packs, BoardReading reading) {
    this.packs = packs;
    this.reading = reading;
  }

  @GetMapping("/boards")
  ModelAndView boards(Shell shell) {
    return Pages.show(
        "screens/boards",
        new BoardsPage(reading.opening(shell), reading.cards(shell, packs.boards())));
  }

  @GetMapping("/boards/{board}")
  ModelAndView board(Shell shell, @PathVariable String board) {
    return Pages.show(
        "screens/board",
        Board.named(board, packs.boards())
            .map(b -> reading.page(shell, b))
            .orElseThrow(() -> NotShown.missing("screens.board.none", board)));
  }
}
