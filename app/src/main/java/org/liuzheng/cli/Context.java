package org.liuzheng.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
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

  void error(Text sentence) {
    err.println(sentence.in(lang));
  }

  /** The folder that holds {@code packs/}; the script says where, otherwise it is here. */
  static Path home() {
    return Path.of(System.getProperty("liuzheng.home", "."));
  }

  /** Hands the context to the commands that picocli makes. */
  record Factory(Context context) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (OnDistrict.class.isAssignableFrom(type) || type == Check.class) {
        return type.getDeclaredConstructor(Context.class).newInstance(context);
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
