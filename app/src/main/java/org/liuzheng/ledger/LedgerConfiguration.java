package org.liuzheng.ledger;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  @Bean
  LedgerSettings ledgerSettings(
      @Value("${liuzheng.data}") Path data, @Value("${liuzheng.origin}") String origin) {
    return new LedgerSettings(data.resolve("keys").resolve("ledger.key"), origin);
  }
}
