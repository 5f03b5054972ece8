package org.liuzheng.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.liuzheng.page.Visitor;
import org.liuzheng.page.Visitors;
import org.liuzheng.words.Words;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The visitor behind the signed-in session, with the posts held today. */
@Component
class CurrentVisitor implements Visitors {
  private final Accounts accounts;
  private final Clock clock;

  CurrentVisitor(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Visitor current() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
      return Visitor.ANONYMOUS;
    }
    if (who instanceof FolderOwner) {
      return new Visitor(
          true, FolderOwner.LOGIN, Words.text("people.folder_owner"), "", Set.of("admin"));
    }
    LocalDate today = LocalDate.now(clock);
    return accounts
        .account(who.getName())
        .map(a -> new Visitor(true, a.login(), a.name(), a.unitOn(today), a.rolesOn(today)))
        .orElse(Visitor.ANONYMOUS);
  }
}
