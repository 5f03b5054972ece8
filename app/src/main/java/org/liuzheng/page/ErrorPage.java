package org.liuzheng.page;

import java.util.List;
import org.liuzheng.words.Refusal;

/**
 * @param title key of the page's title
 */
public record ErrorPage(Shell shell, int status, String title, List<Refusal> why) {}
