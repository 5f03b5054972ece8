package org.liuzheng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.liuzheng.pack.Packs;
import org.liuzheng.people.FolderToken;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A district that tests may write to: {@code shop} is public and has a private field, {@code work}
 * has fields of every kind, {@code visit} is for the staff, {@code plan} for its owner. Started
 * once for all tests.
 */
public final class SmallDistrict {
  private static final ConfigurableApplicationContext SPRING = start();

  private SmallDistrict() {}

  public static String baseUrl() {
    return "http://localhost:" + ((WebServerApplicationContext) SPRING).getWebServer().getPort();
  }

  public static <T> T bean(Class<T> type) {
    return SPRING.getBean(type);
  }

  public static String token() {
    return bean(FolderToken.class).value();
  }

  private static ConfigurableApplicationContext start() {
    try {
      Path folder = Files.createTempDirectory("liuzheng-small");
      SpringApplication application = new SpringApplication(Liuzheng.class);
      application.setDefaultProperties(
          Map.of("liuzheng.data", folder.resolve("data").toString(), "server.port", "0"));
      ConfigurableApplicationContext spring =
          application.run("--spring.servlet.multipart.max-file-size=1MB");
      Packs.Loaded loaded = Packs.read(pack(folder.resolve("small"), true));
      if (!loaded.flaws().isEmpty()) {
        throw new IllegalStateException("the small pack has flaws: " + loaded.flaws());
      }
      spring.getBean(Packs.class).install(loaded.pack(), sentence -> {});
      return spring;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the pack into a folder, which is returned.
   *
   * @param example whether it has example accounts
   */
  public static Path pack(Path folder, boolean example) throws IOException {
    write(
        folder.resolve("pack.yaml"),
        """
        pack: small
        label: {zh: 小区, en: Small}
        purpose: {zh: 试验用。, en: For trials.}
        district: {unit: "1", name: {zh: 小区, en: Small}}
        """);
    write(
        folder.resolve("registers/shop.yaml"),
        """
        register: shop
        label: {zh: 店铺, en: Shops}
        purpose: {zh: 试验用。, en: For trials.}
        owner: "1"
        key: [code]
        title: name
        read: public
        write: [clerk]
        fields:
          code: {type: code, label: {zh: 编号, en: Code}, pattern: "[a-z0-9-]{1,40}"}
          name: {type: text, label: {zh: 名称, en: Name}, required: true}
          kind:
            type: choice
            label: {zh: 类别, en: Kind}
            choices: {tea: {zh: 茶, en: Tea}, rice: {zh: 米, en: Rice}}
          area: {type: decimal, label: {zh: 面积, en: Area}, unit: {zh: 平方米, en: m²}, min: 0.5}
          phone: {type: private, label: {zh: 电话, en: Telephone}}
        """);
    write(
        folder.resolve("registers/work.yaml"),
        """
        register: work
        label: {zh: 工程, en: Works}
        purpose: {zh: 试验用，各种字段都有。, en: For trials, with fields of every kind.}
        owner: "1"
        key: [shop, code]
        since: approved
        title: name
        read: public
        write: [clerk]
        fields:
          shop: {type: reference, to: shop, label: {zh: 店铺编号, en: Shop}}
          code: {type: code, label: {zh: 工程编号, en: Code}}
          name: {type: text, label: {zh: 工程名称, en: Name}, required: true}
          note: {type: text, label: {zh: 备注, en: Note}}
          floors: {type: whole, label: {zh: 层数, en: Floors}, unit: {zh: 层, en: floors}, max: 99}
          cost: {type: decimal, label: {zh: 造价, en: Cost}, unit: {zh: 万元, en: "10,000 yuan"}, min: 0, max: 500000}
          approved: {type: date, label: {zh: 批准日期, en: Approved}, required: true}
          planned: {type: month, label: {zh: 计划月份, en: Planned}}
          listed: {type: flag, label: {zh: 重点, en: Listed}, required: true}
          stage:
            type: choice
            label: {zh: 阶段, en: Stage}
            choices: {plan: {zh: 前期, en: Planning}, built: {zh: 已建, en: Built}}
          place: {type: point, label: {zh: 位置, en: Place}}
          permit: {type: file, label: {zh: 许可证, en: Permit}}
          contact: {type: private, label: {zh: 联系人, en: Contact}}
        checks:
          - that: stage <> 'built' or floors > 0
            say: {zh: "“{name}”已建，层数要大于0", en: "“{name}” is built; it has floors"}
        """);
    for (String[] closed : new String[][] {{"visit", "staff"}, {"plan", "owner"}}) {
      write(
          folder.resolve("registers/" + closed[0] + ".yaml"),
          """
          register: %s
          label: {zh: 内部台账 %s, en: "Internal %s"}
          purpose: {zh: 试验用。, en: For trials.}
          owner: "1"
          key: [code]
          title: code
          read: %s
          write: [clerk]
          fields:
            code: {type: code, label: {zh: 编号, en: Code}}
            note: {type: text, label: {zh: 说明, en: Note}}
          """
              .formatted(closed[0], closed[0], closed[0], closed[1]));
    }
    write(
        folder.resolve("figures/shops.yaml"),
        """
        - figure: shops
          label: {zh: 店铺数, en: Shops}
          meaning: {zh: 期末的店铺数。, en: Shops at the end of the period.}
          unit: {zh: 家, en: shops}
          better: up
          period: year
          owner: "1"
          source: {zh: 店铺台账, en: The register of shops}
          kind: stock
          by: [kind]
          rows: |
            select s.id as shop, '1' as unit, s.kind as kind from shop as s
          fold: count
        - figure: visits
          label: {zh: 走访数, en: Visits}
          meaning: {zh: 期末的走访数。, en: Visits at the end of the period.}
          unit: {zh: 次, en: visits}
          better: up
          period: year
          owner: "1"
          source: {zh: 走访台账, en: The register of visits}
          kind: stock
          rows: |
            select v.id as visit, '1' as unit from visit as v
          fold: count
        - figure: plans
          label: {zh: 计划数, en: Plans}
          meaning: {zh: 期末的计划数。, en: Plans at the end of the period.}
          unit: {zh: 个, en: plans}
          better: up
          period: year
          owner: "1"
          source: {zh: 计划台账, en: The register of plans}
          kind: stock
          rows: |
            select p.id as plan, '1' as unit from plan as p
          fold: count
        """);
    if (example) {
      write(
          folder.resolve("people.yaml"),
          """
          accounts:
            - {login: clerk, name: {zh: 经办员, en: Clerk}, password: clerk-password, unit: "1", roles: [clerk]}
            - {login: guest, name: {zh: 客人, en: Guest}, password: guest-password, unit: "2", roles: [auditor]}
          """);
    }
    return folder;
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
  }
}
