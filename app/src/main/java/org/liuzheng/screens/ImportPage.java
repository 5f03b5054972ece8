package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;
import org.liuzheng.words.Refusal;

/**
 * Where a file is sent from.
 *
 * @param validFrom as typed
 * @param asksDay whether rows may lack the day from which they are true
 */
public record ImportPage(
    Shell shell,
    Head head,
    List<Refusal> errors,
    String validFrom,
    boolean asksDay,
    RegisterPage.Dictionary dictionary) {

  public record Head(
      List<String> trail, String label, String action, String template, String back) {}

  public String error(String place) {
    return errors.stream()
        .filter(e -> e.place().equals(place))
        .findFirst()
        .map(e -> shell.say(e.says()))
        .orElse("");
  }
}
