package org.liuzheng.figure;

import org.liuzheng.words.Text;

/**
 * Rows that several figures select from, by a name.
 *
 * @param yaml as its file has it
 */
public record Relation(String name, Text meaning, String yaml) {}
