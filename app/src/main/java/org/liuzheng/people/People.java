package org.liuzheng.people;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.liuzheng.words.Text;

/** The accounts of this district. */
public interface People {

  /**
   * Creates the example's accounts that are not there yet; their passwords are public. Accounts of
   * an example that is no longer installed are taken away.
   */
  void installExample(List<ExampleAccount> accounts);

  /** The example's accounts with their passwords; empty outside the example. */
  List<ExampleAccount> example();

  /**
   * Creates the one administrator when there is no account at all. Its random password is told
   * before the account is committed: a crash between the two leaves a password that opens nothing,
   * and the next start tells another.
   */
  void createFirstAdministrator(Consumer<String> tell);

  Optional<Account> account(String login);

  /**
   * An account of an example pack.
   *
   * @param note what the account is there for
   */
  record ExampleAccount(Account account, String password, Text note) {}
}
