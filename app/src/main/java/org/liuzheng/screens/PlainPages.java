package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.people.People;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sign-in and help. */
@Controller
class PlainPages {
  private final People people;

  PlainPages(People people) {
    this.people = people;
  }

  /**
   * @param then where to go once signed in
   * @param failed not empty after a sign-in that was refused
   */
  @GetMapping("/sign-in")
  ModelAndView signIn(
      Shell shell,
      @RequestParam(defaultValue = "") String then,
      @RequestParam(defaultValue = "") String failed) {
    List<SignInPage.Example> accounts =
        people.example().stream()
            .map(e ->
                new SignInPage.Example(
                    e.account().login(),
                    shell.say(e.account().name()),
                    e.password(),
                    shell.say(e.note())))
            .toList();
    return Pages.show("screens/sign_in", new SignInPage(shell, then, !failed.isEmpty(), accounts));
  }

  @GetMapping("/help")
  ModelAndView help(Shell shell) {
    return Pages.show("screens/help", new HelpPage(shell));
  }
}
