package org.liuzheng.figure;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FigureConfiguration {

  @Bean
  RecomputeSettings recomputeSettings(
      @Value("${liuzheng.data}") Path data,
      @Value("${liuzheng.figures.at-once}") long atOnce,
      @Value("${liuzheng.figures.duckdb-from}") long duckFrom,
      @Value("${liuzheng.figures.duckdb-memory}") String memory,
      @Value("${liuzheng.figures.duckdb-threads}") int threads,
      @Value("${liuzheng.figures.in-memory}") long inMemory) {
    return new RecomputeSettings(
        data.resolve("recompute"), atOnce, duckFrom, memory, threads, inMemory);
  }

  @Bean
  UpkeepLimits upkeepLimits(
      @Value("${liuzheng.figures.upkeep-deltas}") long deltas,
      @Value("${liuzheng.figures.upkeep-time}") Duration time) {
    return new UpkeepLimits(deltas, time);
  }
}
