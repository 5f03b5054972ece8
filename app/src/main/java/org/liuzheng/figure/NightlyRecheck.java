package org.liuzheng.figure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Rechecks each night, and whenever somebody asks for it, on the thread of who asks; the writer is
 * held up only where a figure is dropped or made anew.
 *
 * <table>
 * <caption>What a failure at each step means</caption>
 * <tr><td>killed while checking</td><td>the result before stands; nothing was changed</td></tr>
 * <tr><td>killed after a figure was dropped, before the result was stored</td><td>the next start
 * makes the figure anew, and no alarm stands</td></tr>
 * </table>
 */
@Component
final class NightlyRecheck implements Rechecks {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyRecheck.class);

  private final Checkable figures;
  private final Figures door;
  private final RecheckTable table;
  private final Clock clock;
  private final AtomicReference<@Nullable At> running = new AtomicReference<>();
  private volatile Optional<Recheck> last;

  @Autowired
  NightlyRecheck(QueriedFigures figures, DataSource database, Clock clock) {
    this.figures = figures.checkable();
    this.door = figures;
    this.table = new RecheckTable(database);
    this.clock = clock;
    this.last = table.last();
  }

  @Scheduled(cron = "${liuzheng.recheck}", zone = "${liuzheng.zone}")
  void nightly() {
    try {
      run(at -> {});
    } catch (RuntimeException e) {
      LOG.error("recheck failed", e);
    }
  }

  @Override
  public Optional<Recheck> run(Progress progress) {
    if (!running.compareAndSet(null, new At("", 0, 0))) {
      return Optional.empty();
    }
    try {
      Recheck recheck = checked(progress);
      table.add(recheck);
      last = Optional.of(recheck);
      return last;
    } finally {
      running.set(null);
    }
  }

  private Recheck checked(Progress progress) {
    Instant began = clock.instant();
    Map<String, List<Installed>> kept = figures.refilled();
    long position = figures.committed().getAsLong();
    List<Recheck.Mismatch> mismatches = new ArrayList<>();
    int done = 0;
    long values = 0;
    for (List<Installed> alike : kept.values()) {
      At at = new At(alike.getFirst().name(), done++, kept.size());
      running.set(at);
      progress.at(at);
      Comparing comparing =
          new Comparing(figures, alike, LocalDate.ofInstant(began, clock.getZone()));
      comparing.compare(position);
      values += comparing.values();
      if (!comparing.found().isEmpty()) {
        LOG.error(
            "figure is not its rows figure={} mismatches={} first={}",
            alike.getFirst().name(),
            comparing.found().size(),
            comparing.found().getFirst());
        figures.forsake(alike.getFirst());
        mismatches.addAll(comparing.found());
      }
    }
    return new Recheck(began, clock.instant(), position, kept.size(), values, mismatches);
  }

  @Override
  public Optional<Recheck> last() {
    return last;
  }

  @Override
  public Optional<At> running() {
    return Optional.ofNullable(running.get());
  }

  @Override
  public boolean doubts(String figure) {
    List<String> wrong =
        last.stream()
            .flatMap(r -> r.mismatches().stream())
            .flatMap(m -> m.figures().stream())
            .toList();
    return !wrong.isEmpty()
        && door.leaves(figure).stream().map(Definition::name).anyMatch(wrong::contains);
  }
}
