package org.liuzheng.people;

import java.util.List;
import java.util.Optional;
import org.liuzheng.words.Text;

/** The accounts of this district. */
public interface People {

  /** Creates the example's accounts that are not there yet; their passwords are public. */
  void installExample(List<ExampleAccount> accounts);

  /** The example's accounts with their passwords; empty outside the example. */
  List<ExampleAccount> example();

  /**
   * Creates the one administrator when there is no account at all.
   *
   * @return its random password, told this once
   */
  Optional<String> createFirstAdministrator();

  Optional<Account> account(String login);

  /**
   * An account of an example pack.
   *
   * @param note what the account is there for
   */
  record ExampleAccount(Account account, String password, Text note) {}
}
