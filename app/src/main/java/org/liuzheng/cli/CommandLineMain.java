package org.liuzheng.cli;

import java.util.Locale;
import java.util.ResourceBundle;
import org.liuzheng.postgres.CannotStart;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * Reads the command line. Exit codes: 0 all is well · 1 the command found something wrong (a claim
 * fails, a flaw, rejected rows, a broken proof) · 2 the command line is wrong · 3 the program could
 * not start · 4 the program refused · 5 a defect of the program.
 */
public final class CommandLineMain {
  static final int FOUND_WRONG = 1;
  static final int CANNOT_START = 3;
  static final int REFUSED = 4;
  static final int DEFECT = 5;

  private CommandLineMain() {}

  public static int run(Class<?> application, String... arguments) {
    Lang lang = language(arguments);
    Locale.setDefault(lang.locale());
    Context context = new Context(application, lang, System.out, System.err);
    CommandLine line = new CommandLine(new Root(), new Context.Factory(context));
    line.setResourceBundle(ResourceBundle.getBundle("cli.help", lang.locale()));
    line.setExecutionExceptionHandler(onException(context));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    String[] all = arguments.length == 0 || onlyOptions(arguments)
        ? prepend("serve", arguments)
        : arguments;
    return line.execute(all);
  }

  /** {@code --lang} wins; otherwise the system's language, and Chinese where that is Chinese. */
  private static Lang language(String... arguments) {
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals("--lang")) {
        return Lang.of(arguments[i + 1]);
      }
    }
    for (String argument : arguments) {
      if (argument.startsWith("--lang=")) {
        return Lang.of(argument.substring("--lang=".length()));
      }
    }
    return Locale.getDefault().getLanguage().equals("zh") ? Lang.ZH : Lang.EN;
  }

  /** {@code ./liuzheng --port 9000} means {@code serve}; {@code --help} alone is the root's. */
  private static boolean onlyOptions(String... arguments) {
    return arguments[0].startsWith("-") && !arguments[0].matches("-h|--help|-V|--version")
        && !(arguments[0].equals("--lang") && arguments.length > 2
            && !arguments[2].startsWith("--"))
        && !(arguments[0].startsWith("--lang") && arguments[arguments.length - 1].equals("--help"));
  }

  private static String[] prepend(String first, String... rest) {
    String[] all = new String[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  private static IExecutionExceptionHandler onException(Context context) {
    return (thrown, line, parsed) -> {
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        if (cause instanceof Spoken spoken) {
          context.error(spoken.says());
          return spoken.exitCode();
        }
        if (cause instanceof CannotStart cannot) {
          context.error(cannot.says());
          return CANNOT_START;
        }
      }
      context.error(Words.text("cli.defect", Text.same(String.valueOf(thrown))));
      thrown.printStackTrace(context.err());
      return DEFECT;
    };
  }

  /** The root command; what it can do is its sub-commands. */
  @Command(name = "liuzheng", mixinStandardHelpOptions = true, version = "Liuzheng 0.1.0",
      subcommands = {Serve.class, Check.class, ImportFile.class, FigureValue.class,
          ReportTable.class, VerifyLedger.class, Export.class})
  static final class Root implements Runnable {
    @CommandLine.Option(names = "--lang", paramLabel = "zh|en",
        scope = CommandLine.ScopeType.INHERIT)
    String lang = "";

    @CommandLine.Spec
    CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
      if (spec != null) {
        spec.commandLine().usage(System.out);
      }
    }
  }
}
