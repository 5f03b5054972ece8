package org.liuzheng.ledger.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.ledger.Draft;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.ledger.TestLedger;
import org.liuzheng.postgres.TestDatabase;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ReadingTheLogTest {
  private static Ledger ledger;
  private static MockMvc web;

  @BeforeAll
  static void open() {
    ledger = TestLedger.on(TestDatabase.fresh());
    Draft draft =
        new Draft(
            "r",
            "1",
            LocalDate.EPOCH,
            TestLedger.CLERK,
            new Source.Form(),
            Map.of(),
            Draft.Privates.NONE);
    ledger.write(appender -> appender.append(Collections.nCopies(300, draft)));
    web = MockMvcBuilders.standaloneSetup(new LogPages(ledger)).build();
  }

  @Test
  void the_checkpoint_and_the_key_are_text() throws Exception {
    web.perform(get("/log/checkpoint"))
        .andExpect(status().isOk())
        .andExpect(content().contentType("text/plain;charset=UTF-8"))
        .andExpect(header().string("Cache-Control", "max-age=1"))
        .andExpect(content().bytes(ledger.checkpoint().note().getBytes("UTF-8")));
    web.perform(get("/log/key"))
        .andExpect(status().isOk())
        .andExpect(content().string(startsWith("test.example/330205+")));
  }

  @Test
  void tiles_and_bundles_are_under_their_c2sp_paths_for_good() throws Exception {
    web.perform(get("/log/tile/0/000"))
        .andExpect(status().isOk())
        .andExpect(content().contentType("application/octet-stream"))
        .andExpect(header().string("Cache-Control", containsString("immutable")))
        .andExpect(content().bytes(ledger.tile(0, 0, 256).orElseThrow()));
    web.perform(get("/log/tile/0/001.p/44"))
        .andExpect(status().isOk())
        .andExpect(content().bytes(ledger.tile(0, 1, 44).orElseThrow()));
    web.perform(get("/log/tile/1/000.p/1")).andExpect(status().isOk());
    web.perform(get("/log/tile/entries/001.p/44"))
        .andExpect(status().isOk())
        .andExpect(content().bytes(ledger.entryBundle(1, 44).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/log/tile/0/001",
        "/log/tile/0/001.p/45",
        "/log/tile/0/1",
        "/log/tile/0/x000/001",
        "/log/tile/2/000.p/1",
        "/log/tile/entries/002.p/1",
        "/log/tile/x",
        "/log/tile/",
        "/log/tile/0/000.p/0",
        "/log/tile/64/000",
        "/log/tile/0/%2e%2e/key"
      })
  void what_the_log_does_not_have_is_not_found(String path) throws Exception {
    web.perform(get(java.net.URI.create(path))).andExpect(status().isNotFound());
  }
}
