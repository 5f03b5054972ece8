package org.liuzheng.screens;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.liuzheng.ledger.Bundles;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The newest entries, and the page of one with its proof, its file and its bundle. */
@Controller
class EntryPages {
  private final Ledger ledger;
  private final Bundles bundles;
  private final Registers registers;
  private final OpenRegisters open;
  private final EntryReading reading;
  private final EntryList list;
  private final KeptFiles files;

  EntryPages(
      Ledger ledger,
      Bundles bundles,
      Registers registers,
      OpenRegisters open,
      EntryReading reading,
      EntryList list,
      KeptFiles files) {
    this.ledger = ledger;
    this.bundles = bundles;
    this.registers = registers;
    this.open = open;
    this.reading = reading;
    this.list = list;
    this.files = files;
  }

  @GetMapping("/entries")
  ModelAndView entries(
      Shell shell,
      @RequestParam(defaultValue = "") String register,
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String before) {
    return Pages.show(
        "screens/entries",
        list.page(shell, new EntryList.Wanted(register, actor.strip(), from, to, before)));
  }

  @GetMapping("/entries/{seq}")
  ModelAndView entry(Shell shell, @PathVariable String seq) {
    return Pages.show("screens/entry", reading.page(shell, found(shell, seq)));
  }

  @GetMapping("/entries/{seq}/bundle.zip")
  ResponseEntity<byte[]> bundle(Shell shell, @PathVariable String seq) throws IOException {
    Entry entry = found(shell, seq);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    bundles.write(List.of(entry.seq()), zip);
    return RecordPages.download("entry-" + entry.seq() + ".zip", zip.toByteArray());
  }

  @GetMapping("/entries/{seq}/file")
  ResponseEntity<byte[]> file(Shell shell, @PathVariable String seq) {
    Entry entry = found(shell, seq);
    if (!(entry.source() instanceof Source.Row row)) {
      throw NotShown.missing("entry.no_file", seq);
    }
    Schema schema =
        registers
            .schema(entry.register())
            .orElseThrow(() -> NotShown.missing("entry.no_file", seq));
    if (!KeptFiles.open(shell, schema, entry)) {
      throw NotShown.closed("entry.file_closed");
    }
    return RecordPages.download(
        row.name(),
        files.content(row).orElseThrow(() -> NotShown.missing("entry.file_lost", seq, row.file())));
  }

  /** An entry can be read by who may read its register. */
  private Entry found(Shell shell, String seq) {
    if (!seq.matches("\\d{1,18}")) {
      throw NotShown.missing("entry.none", seq);
    }
    Entry entry =
        ledger.entry(Long.parseLong(seq)).orElseThrow(() -> NotShown.missing("entry.none", seq));
    open.toReadEntries(shell, entry.register());
    return entry;
  }
}
