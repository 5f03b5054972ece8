package org.liuzheng.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.register.CsvFiles;
import org.liuzheng.register.Import;
import org.liuzheng.register.ImportRequest.Mode;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Importing a file: send it, look at what would happen, confirm, and see what did. */
@Controller
class ImportPages {
  private static final String SECONDS_BETWEEN_LOOKS = "2";

  private final OpenRegisters open;
  private final ImportJobs jobs;
  private final ImportReading reading;

  ImportPages(OpenRegisters open, ImportJobs jobs, ImportReading reading) {
    this.open = open;
    this.jobs = jobs;
    this.reading = reading;
  }

  @GetMapping("/registers/{register}/template.csv")
  ResponseEntity<byte[]> template(Shell shell, @PathVariable String register) {
    Schema schema = open.toRead(shell, register);
    return RegisterPages.file(register + ".csv", CsvFiles.template(schema, shell.lang()));
  }

  @GetMapping("/registers/{register}/import")
  ModelAndView form(Shell shell, @PathVariable String register) {
    Schema schema = open.toWrite(shell, register);
    return Pages.show("screens/import", reading.form(shell, schema, "", List.of()));
  }

  @PostMapping("/registers/{register}/import")
  ModelAndView send(
      Shell shell,
      @PathVariable String register,
      @RequestParam(required = false) @org.jspecify.annotations.Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String validFrom)
      throws IOException {
    Schema schema = open.toWrite(shell, register);
    List<Refusal> errors = new ArrayList<>();
    if (!validFrom.isBlank() && FormReading.day(validFrom).isEmpty()) {
      errors.add(Refusal.of("register.bad_valid_from", "validFrom", validFrom.strip()));
    }
    if (file == null || file.isEmpty()) {
      errors.add(Refusal.of("import.no_file", "file"));
    }
    if (file == null || !errors.isEmpty()) {
      return Pages.show(
          "screens/import",
          reading.form(shell, schema, validFrom, errors),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    String name =
        Objects.requireNonNullElse(file.getOriginalFilename(), register)
            .replaceAll("^.*[/\\\\]", "");
    ImportJob job =
        jobs.lookAt(
            register, name, file.getBytes(), validFrom.strip(), OpenRegisters.author(shell));
    return RecordForms.redirect(RecordLinks.page(shell, register, "import/" + job.id()));
  }

  @GetMapping("/registers/{register}/import/{job}")
  ModelAndView look(
      Shell shell,
      @PathVariable String register,
      @PathVariable String job,
      HttpServletResponse response) {
    Schema schema = open.toWrite(shell, register);
    ImportedPage page = reading.page(shell, schema, found(shell, register, job));
    if (!page.going().isEmpty()) {
      response.setHeader("Refresh", SECONDS_BETWEEN_LOOKS);
    }
    return Pages.show("screens/imported", page);
  }

  @PostMapping("/registers/{register}/import/{job}")
  ModelAndView confirm(
      Shell shell,
      @PathVariable String register,
      @PathVariable String job,
      @RequestParam Mode mode) {
    open.toWrite(shell, register);
    jobs.enter(found(shell, register, job), mode, OpenRegisters.author(shell));
    found(shell, register, job); // waits a little, so that the next page already shows the result
    return RecordForms.redirect(RecordLinks.page(shell, register, "import/" + job));
  }

  @GetMapping("/registers/{register}/import/{job}/rejects.csv")
  ResponseEntity<byte[]> rejects(
      Shell shell, @PathVariable String register, @PathVariable String job) {
    open.toWrite(shell, register);
    ImportJob found = found(shell, register, job);
    Import report =
        switch (found.state()) {
          case ImportJob.LookedAt l -> l.found();
          case ImportJob.Entered e -> e.done();
          case ImportJob.Reading r -> throw NotShown.missing("import.no_rejects");
          case ImportJob.Entering e -> throw NotShown.missing("import.no_rejects");
          case ImportJob.Broken b -> throw NotShown.missing("import.no_rejects");
        };
    return RegisterPages.file(register + "-rejects.csv", CsvFiles.rejects(report, shell.lang()));
  }

  private ImportJob found(Shell shell, String register, String job) {
    return jobs.job(job, shell.visitor().login())
        .filter(j -> j.register().equals(register))
        .orElseThrow(() -> NotShown.missing("import.gone"));
  }
}
