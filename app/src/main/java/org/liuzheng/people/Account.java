package org.liuzheng.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.liuzheng.words.Text;

/**
 * Someone who can sign in.
 *
 * @param example whether the account belongs to the example, whose password is public
 */
public record Account(String login, Text name, boolean example, List<Post> posts) {

  /**
   * A role in a unit over dates.
   *
   * @param until the first day it is no longer held
   */
  public record Post(String role, String unit, LocalDate from, LocalDate until) {
    boolean heldOn(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }
  }

  /** The roles held on {@code day}, in whatever unit. */
  public Set<String> rolesOn(LocalDate day) {
    return posts.stream()
        .filter(p -> p.heldOn(day))
        .map(Post::role)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The unit acted for on {@code day}: that of the first post held. */
  public String unitOn(LocalDate day) {
    return posts.stream().filter(p -> p.heldOn(day)).map(Post::unit).findFirst().orElse("");
  }
}
