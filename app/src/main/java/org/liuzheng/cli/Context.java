package org.liuzheng.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import picocli.CommandLine;

/**
 * What every command is given.
 *
 * @param application the Spring application that {@code serve} starts
 */
record Context(Class<?> application, Lang lang, PrintStream out, PrintStream err) {

  void say(Text sentence) {
    err.println(sentence.in(lang));
  }

  String word(String key) {
    return Words.text(key).in(lang);
  }

  /** The member of a {@code {zh, en}} label that is in the language spoken. */
  String label() {
    return switch (lang) {
      case ZH -> "zh";
      case EN -> "en";
    };
  }

  Progress progress(Text doing) {
    return new Progress(this, doing, System.console() != null && System.console().isTerminal());
  }

  /** The folder that holds {@code packs/}; the script says where, otherwise it is here. */
  static Path home() {
    return Path.of(System.getProperty("liuzheng.home", "."));
  }

  /** Hands the context to the commands that picocli makes. */
  record Factory(Context context) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return Spoken.class.getPackage().equals(type.getPackage())
              && type != CommandLineMain.Root.class
          ? type.getDeclaredConstructor(Context.class).newInstance(context)
          : CommandLine.defaultFactory().create(type);
    }
  }
}
