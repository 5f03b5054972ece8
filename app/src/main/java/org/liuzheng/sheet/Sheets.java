package org.liuzheng.sheet;

import java.util.List;
import org.liuzheng.words.Refusal;

/** Reads an uploaded file into sheets. */
public interface Sheets {

  /** All visible sheets of the file, or why it cannot be read. */
  Reading read(String fileName, byte[] content);

  /** Either sheets or a refusal. */
  sealed interface Reading {
    record Read(List<Sheet> sheets) implements Reading {}

    record Unreadable(Refusal why) implements Reading {}
  }
}
