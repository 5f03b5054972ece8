/**
 * Spreadsheets as rows of text in which every value knows its cell: CSV in UTF-8 or GBK, XLSX and
 * old XLS; what cannot be read right is refused in a sentence that a clerk understands.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "words")
package org.liuzheng.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
