package org.liuzheng.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database: embedded in the data folder unless {@code liuzheng.database} names an existing one.
 * Beans close in the reverse of this order, so the pool is closed before its server stops.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int CONNECTIONS = 16;

  @Bean
  DataFolder dataFolder(@Value("${liuzheng.data}") Path folder) {
    return DataFolder.take(folder);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "liuzheng.database", havingValue = "embedded",
      matchIfMissing = true)
  static class Embedded {
    @Bean
    PostgresServer postgresServer(DataFolder folder) {
      return PostgresServer.start(folder.path().resolve("database"), List.of());
    }

    @Bean
    DataSource dataSource(PostgresServer server) {
      return pool(server.url(), server.user(), server.password());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "liuzheng.database", havingValue = "existing")
  static class Existing {
    @Bean
    DataSource dataSource(@Value("${liuzheng.database-url}") String url,
        @Value("${liuzheng.database-user:}") String user,
        @Value("${liuzheng.database-password:}") String password) {
      return pool(url, user, password);
    }
  }

  private static DataSource pool(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    if (!user.isEmpty()) {
      config.setUsername(user);
      config.setPassword(password);
    }
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    return new HikariDataSource(config);
  }
}
