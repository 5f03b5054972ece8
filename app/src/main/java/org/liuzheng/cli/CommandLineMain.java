package org.liuzheng.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.liuzheng.ledger.LedgerBusy;
import org.liuzheng.ledger.LedgerCorrupt;
import org.liuzheng.postgres.CannotStart;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads the command line. Exit codes: 0 all is well · 1 the command found something wrong (a claim
 * fails, a flaw, rejected rows, a broken proof) · 2 the command line is wrong · 3 the program could
 * not start · 4 the program refused · 5 a defect of the program.
 */
public final class CommandLineMain {
  static final int FOUND_WRONG = 1;
  static final int WRONG_LINE = 2;
  static final int CANNOT_START = 3;
  static final int REFUSED = 4;
  static final int DEFECT = 5;

  private static final String LANG = "--lang";
  private static final Set<String> OF_THE_ROOT = Set.of("-h", "--help", "-V", "--version");

  private CommandLineMain() {}

  public static int run(Class<?> application, String... arguments) {
    return run(application, System.out, System.err, arguments);
  }

  /** As {@link #run(Class, String...)}, with other places to print to. */
  public static int run(
      Class<?> application, PrintStream out, PrintStream err, String... arguments) {
    Optional<String> asked = language(arguments);
    Lang lang = asked.map(Lang::of).orElseGet(CommandLineMain::ofTheSystem);
    Locale.setDefault(lang.locale());
    Context context = new Context(application, lang, out, err);
    if (asked.filter(l -> !l.matches("(?i)(zh|en)([-_].*)?")).isPresent()) {
      context.say(Words.text("cli.bad_lang", asked.get()));
      return WRONG_LINE;
    }
    CommandLine line = new CommandLine(new Root(), new Context.Factory(context));
    line.setResourceBundle(ResourceBundle.getBundle("cli.help", lang.locale()));
    line.setOut(new PrintWriter(out, true));
    line.setParameterExceptionHandler(onWrongLine(context));
    line.setExecutionExceptionHandler(onException(context));
    return line.execute(namesACommand(arguments) ? arguments : serve(arguments));
  }

  private static Optional<String> language(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(LANG + "=")) {
        return Optional.of(arguments[i].substring(LANG.length() + 1));
      }
      if (arguments[i].equals(LANG) && i + 1 < arguments.length) {
        return Optional.of(arguments[i + 1]);
      }
    }
    return Optional.empty();
  }

  private static Lang ofTheSystem() {
    return Locale.getDefault().getLanguage().equals("zh") ? Lang.ZH : Lang.EN;
  }

  /** {@code ./liuzheng --port 9000} means {@code serve}; {@code --help} alone is the root's. */
  private static boolean namesACommand(String... arguments) {
    int first = 0;
    while (first < arguments.length && arguments[first].startsWith(LANG)) {
      first += arguments[first].equals(LANG) ? 2 : 1;
    }
    return first < arguments.length
        && (!arguments[first].startsWith("-") || OF_THE_ROOT.contains(arguments[first]));
  }

  private static String[] serve(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "serve";
    System.arraycopy(options, 0, all, 1, options.length);
    return all;
  }

  private static IParameterExceptionHandler onWrongLine(Context context) {
    return (wrong, arguments) -> {
      context.say(
          Words.text(
              "cli.wrong_line",
              sentence(wrong),
              wrong.getCommandLine().getCommandSpec().qualifiedName()));
      return WRONG_LINE;
    };
  }

  private static Text sentence(ParameterException wrong) {
    return switch (wrong) {
      case MissingParameterException missing ->
          Words.text(
              "cli.missing",
              missing.getMissing().stream()
                  .map(CommandLineMain::named)
                  .collect(Collectors.joining(", ")));
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case ParameterException other when other.getArgSpec() != null && other.getValue() != null ->
          Words.text("cli.bad_value", named(other.getArgSpec()), other.getValue());
      default -> Text.same(String.valueOf(wrong.getMessage()));
    };
  }

  private static Text unmatched(UnmatchedArgumentException wrong) {
    String found = wrong.getUnmatched().getFirst();
    String close = wrong.getSuggestions().stream().limit(3).collect(Collectors.joining(", "));
    return close.isEmpty()
        ? Words.text("cli.unmatched", found)
        : Words.text("cli.unmatched_close", found, close);
  }

  private static String named(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static IExecutionExceptionHandler onException(Context context) {
    return (thrown, line, parsed) -> {
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        switch (cause) {
          case Spoken spoken -> {
            context.say(spoken.says());
            return spoken.exitCode();
          }
          case CannotStart cannot -> {
            return cannotStart(context, cannot.says());
          }
          case LedgerBusy busy -> {
            return cannotStart(context, busy.says());
          }
          case LedgerCorrupt corrupt -> {
            return cannotStart(context, corrupt.says());
          }
          case PortInUseException port -> {
            return cannotStart(
                context,
                Words.text(
                    "cli.port_taken",
                    String.valueOf(port.getPort()),
                    String.valueOf(port.getMessage())));
          }
          default -> {
            // the next cause may be one that speaks
          }
        }
      }
      context.say(Words.text("cli.defect", Text.same(String.valueOf(thrown))));
      thrown.printStackTrace(context.err());
      return DEFECT;
    };
  }

  private static int cannotStart(Context context, Text why) {
    context.say(why);
    return CANNOT_START;
  }

  /** The root command; what it can do is its sub-commands. */
  @Command(
      name = "liuzheng",
      mixinStandardHelpOptions = true,
      version = "Liuzheng 0.1.0",
      subcommands = {
        Serve.class,
        Check.class,
        ImportFile.class,
        FigureValue.class,
        ReportTable.class,
        CheckText.class,
        VerifyLedger.class,
        RecheckFigures.class,
        Export.class
      })
  static final class Root implements Runnable {
    @CommandLine.Option(
        names = LANG,
        paramLabel = "zh|en",
        descriptionKey = "lang",
        scope = CommandLine.ScopeType.INHERIT)
    String lang = "";

    @CommandLine.Spec CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
      if (spec != null) {
        spec.commandLine().usage(spec.commandLine().getOut());
      }
    }
  }
}
