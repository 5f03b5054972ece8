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
 * A district of three registers that tests may write to: {@code shop} is public and has a private
 * field, {@code visit} is for the staff, {@code plan} for its owner. Started once for all tests.
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
      ConfigurableApplicationContext spring = application.run();
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
    write(folder.resolve("pack.yaml"), """
        pack: small
        label: {zh: 小区, en: Small}
        purpose: {zh: 试验用。, en: For trials.}
        district: {unit: "1", name: {zh: 小区, en: Small}}
        """);
    write(folder.resolve("registers/shop.yaml"), """
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
    for (String[] closed : new String[][] {{"visit", "staff"}, {"plan", "owner"}}) {
      write(folder.resolve("registers/" + closed[0] + ".yaml"), """
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
          """.formatted(closed[0], closed[0], closed[0], closed[1]));
    }
    write(folder.resolve("figures/shops.yaml"), """
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
        """);
    if (example) {
      write(folder.resolve("people.yaml"), """
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
