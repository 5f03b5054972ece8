package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.liuzheng.ledger.EntryProof;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.SignedCheckpoint;
import org.liuzheng.ledger.Verification;
import org.liuzheng.words.Lang;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/ledger")
@Tag(name = "Ledger", description = "The signed position, entries with their proofs, verification")
class LedgerApi {
  private final Ledger ledger;
  private final Asking asking;

  LedgerApi(Ledger ledger, Asking asking) {
    this.ledger = ledger;
    this.asking = asking;
  }

  @GetMapping
  @Operation(summary = "The newest signed checkpoint")
  SignedCheckpoint checkpoint() {
    return ledger.checkpoint();
  }

  @GetMapping("/{seq}")
  @Operation(summary = "An entry with its proof of inclusion")
  EntryProof proof(@PathVariable long seq) {
    String register = ledger.entry(seq)
        .orElseThrow(() -> Problem.notFound("api.no_entry", String.valueOf(seq))).register();
    if (!asking.visitor().roles().contains("admin")) {
      asking.readable(register);
    }
    return ledger.prove(seq)
        .orElseThrow(() -> Problem.notFound("api.no_entry", String.valueOf(seq)));
  }

  @PostMapping("/verify")
  @Operation(summary = "Recomputes every entry, the tree and the signature from what is stored")
  Found verify(HttpServletRequest request) {
    if (!asking.visitor().roles().contains("admin")) {
      throw new Problem(HttpStatus.FORBIDDEN,
          List.of(org.liuzheng.words.Refusal.of("api.admin_only", "")));
    }
    Lang lang = Asking.lang(request);
    Verification found = ledger.verify(seq -> {});
    return new Found(found.entries(), found.sound(), found.faults().stream()
        .map(f -> new Found.Fault(f.seq(), f.says().in(lang))).toList());
  }

  /** @param faults the first faults found; empty when all is well */
  record Found(long entries, boolean sound, List<Fault> faults) {
    record Fault(long seq, String says) {}
  }
}
