package org.liuzheng.screens;

import org.liuzheng.page.Shell;

public record StartPage(Shell shell) {}
