package org.liuzheng.screens;

import java.util.Optional;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one record; its id may hold slashes. */
@Controller
class RecordPages {
  private final Registers registers;
  private final Evidence evidence;
  private final OpenRegisters open;
  private final RecordReading reading;

  RecordPages(Registers registers, Evidence evidence, OpenRegisters open, RecordReading reading) {
    this.registers = registers;
    this.evidence = evidence;
    this.open = open;
    this.reading = reading;
  }

  @GetMapping(
      path = "/registers/{register}/{*record}",
      params = {"!do", "!file"})
  ModelAndView record(
      Shell shell,
      @PathVariable String register,
      @PathVariable String record,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String done) {
    Schema schema = open.toRead(shell, register);
    return Pages.show("screens/record", reading.page(shell, schema, id(record, id), done));
  }

  /** A file that a field of the record names. */
  @GetMapping(path = "/registers/{register}/{*record}", params = "file")
  ResponseEntity<byte[]> file(
      Shell shell,
      @PathVariable String register,
      @PathVariable String record,
      @RequestParam(defaultValue = "") String id,
      @RequestParam String file) {
    Schema schema = open.toRead(shell, register);
    Optional<byte[]> content =
        schema
            .field(file)
            .filter(f -> f.type() == FieldType.FILE)
            .flatMap(f -> registers.record(register, id(record, id), shell.when()))
            .flatMap(v -> evidence.open(v.value(file)));
    byte[] kept =
        content.orElseThrow(() -> NotShown.missing("record.no_file", id(record, id), file));
    return download(file + "-" + id(record, id).replace('/', '-') + KeptFiles.ending(kept), kept);
  }

  static ResponseEntity<byte[]> download(String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }

  /**
   * @param path as matched, with the slash before it
   */
  static String id(String path, String id) {
    String inPath = path.replaceFirst("^/", "");
    return inPath.equals(RecordLinks.ELSEWHERE) && !id.isEmpty() ? id : inPath;
  }
}
