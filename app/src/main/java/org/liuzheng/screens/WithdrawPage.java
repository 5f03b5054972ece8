package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;
import org.liuzheng.words.Refusal;

/**
 * Withdrawing a record: first from when and why, then a second look at what that means.
 *
 * @param look empty on the first page
 */
public record WithdrawPage(
    Shell shell,
    String registerLink,
    String registerLabel,
    String title,
    String recordLink,
    List<Refusal> errors,
    Asked asked,
    List<String> look) {

  /**
   * @param never whether the record never was, so that no day is asked for
   */
  public record Asked(boolean never, String from, String reason) {}

  public String error(String place) {
    return errors.stream()
        .filter(e -> e.place().equals(place))
        .findFirst()
        .map(e -> shell.say(e.says()))
        .orElse("");
  }
}
