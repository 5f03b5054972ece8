package org.liuzheng;

import java.time.Clock;
import java.time.ZoneId;
import org.liuzheng.cli.CommandLineMain;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The program: a command line whose {@code serve} starts the web application. */
@EnableScheduling
@SpringBootApplication(proxyBeanMethods = false)
public class Liuzheng {

  public static void main(String[] arguments) {
    System.exit(CommandLineMain.run(Liuzheng.class, arguments));
  }

  @Bean
  Clock clock(@Value("${liuzheng.zone}") ZoneId zone) {
    return Clock.system(zone);
  }
}
