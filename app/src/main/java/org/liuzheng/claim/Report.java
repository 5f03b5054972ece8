package org.liuzheng.claim;

import java.time.LocalDate;
import java.util.Map;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;

/**
 * A report of a pack: the same claims in a text per language.
 *
 * @param name such as {@code jiangbei-2018}
 * @param unit the unit it speaks of where a claim names none
 * @param period the period it speaks of where a claim names none
 * @param on the day it is true on
 * @param texts Markdown as written
 * @param claims the declared claims by id; a link of a text may ask a figure besides
 */
public record Report(
    String name,
    Text title,
    String unit,
    String period,
    LocalDate on,
    Map<Lang, String> texts,
    Map<String, Claim> claims) {}
