package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/**
 * @param accounts those of the example, whose passwords are public; empty elsewhere
 */
public record SignInPage(Shell shell, String then, boolean failed, List<Example> accounts) {

  /**
   * @param note what the account is there for
   */
  public record Example(String login, String name, String password, String note) {}
}
