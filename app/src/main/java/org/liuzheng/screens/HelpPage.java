package org.liuzheng.screens;

import org.liuzheng.page.Shell;

public record HelpPage(Shell shell) {}
