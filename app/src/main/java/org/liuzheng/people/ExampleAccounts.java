package org.liuzheng.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.liuzheng.people.Account.Post;
import org.liuzheng.people.People.ExampleAccount;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** Reads the {@code people.yaml} of an example pack. */
public final class ExampleAccounts {
  private static final LocalDate ALWAYS = LocalDate.of(1970, 1, 1);
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private ExampleAccounts() {}

  public static List<ExampleAccount> read(String file, String content, List<Flaw> flaws) {
    YamlNode root = YamlNode.read(file, content, flaws);
    root.onlyKeys("accounts");
    List<ExampleAccount> accounts = new ArrayList<>();
    for (YamlNode node : root.need("accounts").items()) {
      node.onlyKeys("login", "name", "password", "unit", "roles", "note");
      String unit = node.need("unit").text();
      List<Post> posts =
          node.need("roles").items().stream()
              .map(role -> new Post(role.text(), unit, ALWAYS, NEVER))
              .toList();
      accounts.add(
          new ExampleAccount(
              new Account(node.need("login").text(), node.need("name").label(), true, posts),
              node.need("password").text(),
              node.get("note").map(YamlNode::label).orElse(Text.same(""))));
    }
    return accounts;
  }
}
