package org.liuzheng.cli;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** A command that asks what is true on a day, as known at a moment. */
abstract class AtMoment extends OnDistrict {
  @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
  String on = "";

  @Option(names = "--known", paramLabel = "POSITION", descriptionKey = "known")
  String known = "";

  AtMoment(Context context) {
    super(context);
  }

  /** The two times with what else is asked. */
  Map<String, String> query(Map<String, String> more) {
    Map<String, String> query = new TreeMap<>(more);
    query.put("on", on);
    query.put("known", known);
    return query;
  }
}
