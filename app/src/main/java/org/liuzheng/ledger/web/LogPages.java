package org.liuzheng.ledger.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.seal.NotInFormat;
import org.liuzheng.seal.Tile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * C2SP tlog-tiles over HTTP. Tiles never change and may be cached for good; the checkpoint changes
 * with every commit. They show hashes of salted digests, so they are open to everyone.
 */
@RestController
@RequestMapping("/log")
class LogPages {
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final CacheControl A_MOMENT = CacheControl.maxAge(Duration.ofSeconds(1));

  private final Ledger ledger;

  LogPages(Ledger ledger) {
    this.ledger = ledger;
  }

  @GetMapping("/checkpoint")
  ResponseEntity<byte[]> checkpoint() {
    return text(ledger.checkpoint().note());
  }

  @GetMapping("/key")
  ResponseEntity<byte[]> key() {
    return text(ledger.verifierKey() + "\n");
  }

  @GetMapping("/tile/{*path}")
  ResponseEntity<byte[]> tile(@PathVariable String path) {
    return found(path)
        .map(bytes ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(FOR_GOOD)
                .body(bytes))
        .orElseGet(() -> ResponseEntity.notFound().cacheControl(A_MOMENT).build());
  }

  /** Another spelling of a path is not found, as it would not be among static files. */
  private Optional<byte[]> found(String path) {
    try {
      Tile tile = Tile.parse("tile" + path);
      return tile.level() == Tile.ENTRIES
          ? ledger.entryBundle(tile.index(), tile.width())
          : ledger.tile(tile.level(), tile.index(), tile.width());
    } catch (NotInFormat e) {
      return Optional.empty();
    }
  }

  private static ResponseEntity<byte[]> text(String text) {
    return ResponseEntity.ok()
        .contentType(TEXT)
        .cacheControl(A_MOMENT)
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
