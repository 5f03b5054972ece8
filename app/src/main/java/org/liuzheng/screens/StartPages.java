package org.liuzheng.screens;

import org.liuzheng.page.*;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class StartPages {
  @GetMapping("/")
  ModelAndView start(Shell shell) {
    return Pages.show("screens/start", new StartPage(shell));
  }
}
