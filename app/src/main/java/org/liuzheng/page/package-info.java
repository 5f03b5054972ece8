/**
 * What every page shares: the language and the two times of a request, the frame around a page, its
 * templates and style sheet, and refusals as pages.
 *
 * <p>A page is four things: a controller method that takes a {@link org.liuzheng.page.Shell} (it is
 * made for each request), a view record whose first part is that shell, a template, and its words.
 *
 * <pre>{@code
 * @GetMapping("/registers")
 * ModelAndView registers(Shell shell) {
 *   return Pages.show("screens/registers", RegistersPage.of(shell, registers.schemas()));
 * }
 *
 * @param RegistersPage page                                      app/src/main/jte/screens/registers.jte
 * @template.page.layout(shell = page.shell(), title = page.shell().say("screens.registers"),
 *     current = "registers", content = @`…`)
 * }</pre>
 *
 * <p>{@code shell.say(key, arguments…)} and {@code shell.say(text)} speak the reader's language;
 * {@code shell.link(path, name, value …)} keeps the two times in every link, encodes values and
 * leaves out empty ones; {@code shell.here(name, value …)} is this page with other parameters;
 * {@code shell.when()} are the two times to read with. A page that cannot be shown throws {@link
 * org.liuzheng.page.NotShown} with its refusal. Parts that pages share are in {@code jte/tag}; a
 * form that posts includes {@code @template.tag.csrf(shell)}; scripts never stand in a template.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "ledger", "register"})
package org.liuzheng.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
