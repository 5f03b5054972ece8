package org.liuzheng.yaml;

import org.liuzheng.words.Text;

/**
 * What is wrong at one place of one file.
 *
 * @param file path relative to the pack's folder
 * @param line counted from 1
 * @param column counted from 1
 */
public record Flaw(String file, int line, int column, Text says) {}
