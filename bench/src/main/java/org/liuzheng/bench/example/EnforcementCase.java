package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case, as far as it went.
 *
 * @param hint what is entered when it is found
 * @param settlement what is entered when it is decided
 * @param end what is entered when it is closed
 */
record EnforcementCase(
    String number,
    String unit,
    LocalDate found,
    boolean nonContact,
    Map<String, String> hint,
    Optional<LocalDate> decided,
    Map<String, String> settlement,
    Optional<LocalDate> closed,
    Map<String, String> end) {

  static final List<String> FOUND =
      List.of(
          "number",
          "violation",
          "rule",
          "unit",
          "place",
          "community",
          "party",
          "plate_end",
          "party_kind",
          "party_age",
          "non_contact",
          "found_on",
          "reminded_on",
          "corrected_on",
          "filed_on",
          "simple_procedure",
          "certified_officers");
  static final List<String> DECIDED =
      List.of(
          "number",
          "without_statement",
          "notified_on",
          "proposed_fine",
          "defence_until",
          "defence_waived",
          "defence_on",
          "defence_reviewed",
          "legal_review_on",
          "decided_on",
          "decision",
          "benchmark",
          "fine",
          "served_on",
          "served_by",
          "electronic_consent",
          "valid_from");
  static final List<String> CLOSED =
      List.of("number", "paid_on", "surcharge", "urged_on", "closed_on", "valid_from");
}
