package org.liuzheng.page;

import java.util.Set;
import org.liuzheng.words.Text;

/**
 * Who looks at a page.
 *
 * @param login empty for anonymous readers
 * @param unit code of the unit acted for; empty for anonymous readers
 * @param roles roles held today
 */
public record Visitor(boolean signedIn, String login, Text name, String unit, Set<String> roles) {

  public static final Visitor ANONYMOUS = new Visitor(false, "", Text.same(""), "", Set.of());
}
