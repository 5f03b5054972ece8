package org.liuzheng.screens;

import org.liuzheng.page.Shell;

/** What is wrong with a text, as a fragment of the page on which it is edited. */
public record DraftFlaws(Shell shell, DraftPage.Checked checked) {}
