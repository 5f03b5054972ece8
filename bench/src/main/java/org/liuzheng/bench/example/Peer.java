package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.util.List;

/** A district, county or city that competes with ours, with its levels of 2018 in 亿元. */
record Peer(
    String code, String name, String nameEn, BigDecimal gdp, BigDecimal revenue, BigDecimal sales) {

  private static final List<Peer> ALL =
      Vocabulary.read(
          "peers",
          root ->
              root.need("peers").items().stream()
                  .map(p ->
                      new Peer(
                          p.need("code").text(),
                          p.need("name").text(),
                          p.need("name_en").text(),
                          new BigDecimal(p.need("gdp").text()),
                          new BigDecimal(p.need("revenue").text()),
                          new BigDecimal(p.need("sales").text())))
                  .toList());

  static List<Peer> all() {
    return ALL;
  }

  boolean ours() {
    return code.equals(Office.DISTRICT);
  }
}
