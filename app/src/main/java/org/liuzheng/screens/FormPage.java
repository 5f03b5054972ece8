package org.liuzheng.screens;

import java.util.List;
import java.util.Map;
import org.liuzheng.page.Shell;
import org.liuzheng.words.Refusal;

/** A form about one record: a new one, a change from some day on, or a correction. */
public record FormPage(
    Shell shell, Head head, List<Refusal> errors, List<Input> inputs, Map<String, String> hidden) {

  /**
   * @param title also the page's title
   * @param action where the form is sent
   * @param button its words
   * @param back where to go instead
   * @param fixed what cannot be changed, heading and words in turn
   * @param files whether a file can be sent with it
   */
  public record Head(
      List<String> trail,
      String title,
      String lead,
      String action,
      String button,
      String back,
      List<String> fixed,
      boolean files) {}

  /**
   * @param id {@code f-} and the field's name, which errors lead to
   * @param unit or what else stands behind the label
   * @param value as typed, or as it is now
   * @param options what to choose from; empty when it is typed
   * @param note what the value means, such as the title of the record it names
   * @param suggest address of suggestions; empty when there are none
   */
  public record Input(
      String id,
      String name,
      Kind kind,
      String label,
      String unit,
      String hint,
      boolean required,
      String value,
      List<RegisterPage.Choice> options,
      String error,
      String note,
      String suggest) {

    /** The ids of what describes the control, as aria-describedby wants them. */
    public String describedBy() {
      return ((hint.isEmpty() ? "" : id + "-hint ")
              + (note.isEmpty() ? "" : id + "-note ")
              + (error.isEmpty() ? "" : id + "-error"))
          .strip();
    }

    Input wrong(String why) {
      return new Input(
          id, name, kind, label, unit, hint, required, value, options, why, note, suggest);
    }
  }

  /** The control that a field is filled in with. */
  public enum Kind {
    LINE,
    LONG,
    CODE,
    NUMBER,
    DAY,
    FLAG,
    CHOICE,
    REFERENCE,
    FILE,
    PRIVATE
  }
}
