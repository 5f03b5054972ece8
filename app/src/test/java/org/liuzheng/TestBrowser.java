package org.liuzheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser, started once for all tests of a JVM; tests are skipped where there is none. */
public final class TestBrowser {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final Optional<Browser> BROWSER = start();

  private TestBrowser() {}

  private static Optional<Browser> start() {
    Optional<Path> program =
        Stream.of(PLACES)
            .flatMap(List::stream)
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (program.isEmpty()) {
      System.out.println("Browser tests are skipped: there is no Chromium in " + PLACES);
    }
    return program.map(p ->
        Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(p)
                    .setChromiumSandbox(false)
                    .setHeadless(true)
                    .setArgs(
                        List.of(
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync"))));
  }

  /** A new page in a window of its own, in Chinese; skips the test where there is no browser. */
  public static Page page(int width, int height, ColorScheme scheme) {
    return page(RunningExample.baseUrl(), width, height, scheme);
  }

  /** The same on another district's pages. */
  public static Page page(String baseUrl, int width, int height, ColorScheme scheme) {
    Assumptions.assumeTrue(BROWSER.isPresent(), "no Chromium");
    return BROWSER
        .orElseThrow()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("zh-CN")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setBaseURL(baseUrl))
        .newPage();
  }

  /** Fails with each violation of WCAG 2.2 A and AA that axe finds. */
  public static void isAccessible(Page page) {
    AxeResults found =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze();
    assertThat(
            found.getViolations().stream()
                .map(v ->
                    v.getId()
                        + ": "
                        + v.getNodes().stream()
                            .map(n -> n.getHtml() + " " + n.getFailureSummary())
                            .limit(3)
                            .toList())
                .toList())
        .as(page.url())
        .isEmpty();
  }

  /** Nothing is wider than the window. */
  public static void fitsItsWindow(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("%s is wider than its window", page.url())
        .isEqualTo(0);
  }

  /** Keeps a picture of the whole page in {@code target/screenshots}. */
  public static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
