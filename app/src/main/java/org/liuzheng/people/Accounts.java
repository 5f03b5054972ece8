package org.liuzheng.people;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.liuzheng.people.Account.Post;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts in their tables; passwords only as Argon2id hashes. */
@Component
class Accounts implements People {
  static final PasswordEncoder PASSWORDS = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  private static final int PASSWORD_BYTES = 15;
  private static final LocalDate ALWAYS = LocalDate.of(1970, 1, 1);
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private static final String INSERT_ACCOUNT =
      """
      insert into account (login, name_zh, name_en, password_hash, example)
      values (:login, :zh, :en, :hash, :example)
      """;
  private static final String INSERT_POST =
      """
      insert into post (login, role, unit, held_from, held_until)
      values (:login, :role, :unit, :from, :until)
      """;
  private static final String ACCOUNT =
      """
      select login, name_zh, name_en, example from account where login = :login
      """;
  private static final String POSTS =
      """
      select role, unit, held_from, held_until from post where login = :login
      order by held_from, role, unit
      """;
  private static final String HASH = "select password_hash from account where login = :login";
  private static final String EXAMPLES = "select login from account where example";
  private static final String DELETE_POSTS = "delete from post where login = :login";
  private static final String DELETE_ACCOUNT = "delete from account where login = :login";
  private static final String ANY = "select exists (select 1 from account)";

  private final JdbcClient jdbc;
  private final List<ExampleAccount> example = new CopyOnWriteArrayList<>();

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional
  public void installExample(List<ExampleAccount> accounts) {
    Set<String> logins =
        accounts.stream().map(e -> e.account().login()).collect(Collectors.toSet());
    jdbc.sql(EXAMPLES).query(String.class).list().stream()
        .filter(l -> !logins.contains(l))
        .forEach(this::delete);
    for (ExampleAccount e : accounts) {
      if (account(e.account().login()).isEmpty()) {
        create(e.account(), e.password());
      }
    }
    example.clear();
    example.addAll(accounts);
  }

  @Override
  public List<ExampleAccount> example() {
    return List.copyOf(example);
  }

  @Override
  @Transactional
  public void createFirstAdministrator(Consumer<String> tell) {
    if (jdbc.sql(ANY).query(Boolean.class).single()) {
      return;
    }
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    create(
        new Account(
            "admin",
            Words.text("people.administrator"),
            false,
            List.of(new Post("admin", "", ALWAYS, NEVER))),
        password);
    tell.accept(password);
  }

  private void delete(String login) {
    jdbc.sql(DELETE_POSTS).param("login", login).update();
    jdbc.sql(DELETE_ACCOUNT).param("login", login).update();
  }

  private void create(Account account, String password) {
    jdbc.sql(INSERT_ACCOUNT)
        .param("login", account.login())
        .param("zh", account.name().zh())
        .param("en", account.name().en())
        .param("hash", PASSWORDS.encode(password))
        .param("example", account.example())
        .update();
    for (Post post : account.posts()) {
      jdbc.sql(INSERT_POST)
          .param("login", account.login())
          .param("role", post.role())
          .param("unit", post.unit())
          .param("from", post.from())
          .param("until", post.until())
          .update();
    }
  }

  @Override
  public Optional<Account> account(String login) {
    List<Post> posts =
        jdbc.sql(POSTS)
            .param("login", login)
            .query((row, n) ->
                new Post(
                    row.getString("role"),
                    row.getString("unit"),
                    row.getObject("held_from", LocalDate.class),
                    row.getObject("held_until", LocalDate.class)))
            .list();
    return jdbc.sql(ACCOUNT)
        .param("login", login)
        .query((row, n) ->
            new Account(
                row.getString("login"),
                new Text(row.getString("name_zh"), row.getString("name_en")),
                row.getBoolean("example"),
                posts))
        .optional();
  }

  Optional<String> passwordHash(String login) {
    return jdbc.sql(HASH).param("login", login).query(String.class).optional();
  }
}
