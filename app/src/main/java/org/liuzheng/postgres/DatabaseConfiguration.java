package org.liuzheng.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.liuzheng.words.Words;
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
  private static final String SOMEONE_ELSES =
      """
      select count(*) > 0 and count(*) filter (where tablename = 'flyway_schema_history') = 0
        as someone_elses
        from pg_tables where schemaname = current_schema()
      """;

  @Bean
  DataFolder dataFolder(@Value("${liuzheng.data}") Path folder) {
    return DataFolder.take(folder);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(
      name = "liuzheng.database",
      havingValue = "embedded",
      matchIfMissing = true)
  static class Embedded {
    @Bean
    PostgresServer postgresServer(DataFolder folder) {
      folder.belongsTo(Optional.empty());
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
    DataSource dataSource(
        DataFolder folder,
        @Value("${liuzheng.database-url}") String url,
        @Value("${liuzheng.database-user:}") String user,
        @Value("${liuzheng.database-password:}") String password) {
      String shown = url.replaceFirst("\\?.*", "");
      try (Connection tried =
          user.isEmpty()
              ? DriverManager.getConnection(url)
              : DriverManager.getConnection(url, user, password)) {
        if (someoneElses(tried)) {
          throw new CannotStart(Words.text("postgres.not_ours", shown));
        }
      } catch (SQLException e) {
        throw new CannotStart(
            Words.text("postgres.not_reached", shown, String.valueOf(e.getMessage())));
      }
      folder.belongsTo(Optional.of(shown));
      return pool(url, user, password);
    }

    private static boolean someoneElses(Connection database) throws SQLException {
      try (Statement statement = database.createStatement();
          ResultSet answer = statement.executeQuery(SOMEONE_ELSES)) {
        answer.next();
        return answer.getBoolean("someone_elses");
      }
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
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }
}
