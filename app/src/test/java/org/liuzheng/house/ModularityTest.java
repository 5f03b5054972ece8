package org.liuzheng.house;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.liuzheng.Liuzheng;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTest {
  private static final ApplicationModules MODULES = ApplicationModules.of(Liuzheng.class);

  @Test
  void every_module_uses_only_the_doors_it_declares() {
    MODULES.verify();
  }

  @Test
  void the_modules_can_be_drawn() {
    new Documenter(
            MODULES,
            Documenter.Options.defaults().withOutputFolder(Path.of("target", "modules").toString()))
        .writeModulesAsPlantUml();
  }
}
