package org.liuzheng.screens;

import java.util.List;

/** Records that somebody who types into a field may mean. */
public record Suggestions(List<RegisterPage.Choice> choices) {}
