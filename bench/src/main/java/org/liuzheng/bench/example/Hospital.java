package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/**
 * One hospital's year in samples: a day of clinics a month, some bills, certificates, follow-ups.
 */
final class Hospital {
  private static final String WORDS = "hospital";
  private static final int SETTLEMENTS = 60;
  private static final int CERTIFICATES = 48;
  private static final int FOLLOW_UPS = 40;
  private static final int SHIFTS = 60;
  private static final int TICKETS_A_DAY = 12;
  private static final int FIRST_CONTACT = 7;

  private final Dice dice = Dice.of(WORDS);
  private final YamlNode words;
  private final Sender sender;
  private final WorkedDays days;

  private Hospital(YamlNode words, WorkedDays days) {
    this.words = words;
    this.sender = new Sender(words);
    this.days = days;
  }

  static List<Sheetful> all(WorkedDays days) {
    List<Sheetful> sheets = new ArrayList<>(Tabled.all(WORDS));
    Vocabulary.read(
        WORDS,
        root -> {
          Hospital hospital = new Hospital(root, days);
          sheets.add(hospital.sessions());
          sheets.add(hospital.tickets());
          sheets.add(hospital.settlements());
          sheets.add(hospital.certificates());
          sheets.add(hospital.followUps());
          sheets.add(hospital.shifts());
          sheets.add(hospital.survey());
          return root;
        });
    return sheets;
  }

  /** More places go online and to the community clinics as the year goes on. */
  private Sheetful sessions() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      LocalDate day = sampled(month);
      for (String clinic : list("clinics")) {
        int capacity = 20 + 5 * dice.between(1, 9);
        int booked = capacity * dice.between(58, 98) / 100;
        int returned = booked * dice.between(1, 7) / 100;
        int missed = booked * Math.max(1, dice.between(2, 12) - month / 3) / 100;
        rows.add(
            hospital()
                .with("clinic", clinic)
                .with("day", day)
                .with("session", dice.percent(60) ? "morning" : "afternoon")
                .with("capacity", capacity)
                .with("online", capacity * Math.min(96, 62 + 2 * month + dice.between(0, 9)) / 100)
                .with("community", capacity * (22 + 2 * month + dice.between(-4, 5)) / 100)
                .with("booked", booked)
                .with("returned", returned)
                .with("missed", missed)
                .with("seen", booked - returned - missed)
                .done());
      }
    }
    return sender.sheet(
        35,
        "clinic_session",
        "2018",
        Form.WORKBOOK,
        sender.title("sessions"),
        List.of(
            "hospital",
            "clinic",
            "day",
            "session",
            "capacity",
            "online",
            "community",
            "booked",
            "returned",
            "missed",
            "seen"),
        rows);
  }

  private LocalDate sampled(int month) {
    return days.after(LocalDate.of(2018, month, 9 + month % 5), 0);
  }

  /** The wait grows shorter over the year; nobody is called before those who came earlier. */
  private Sheetful tickets() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int month = 2; month <= 12; month += 2) {
      LocalDate day = sampled(month);
      int at = 485;
      int free = at;
      for (int i = 1; i <= TICKETS_A_DAY; i++) {
        at += dice.between(1, 5);
        boolean passed = dice.percent(6);
        int called = Math.max(at, free) + dice.between(0, 2);
        free = called + dice.between(1, month < 6 ? 5 : 4);
        rows.add(
            hospital()
                .with("queue", list("clinics").get(month % 4))
                .with("day", day)
                .with("ticket", "A%03d".formatted(i))
                .when(dice.percent(9), "priority", "aged")
                .with("checked_in", at)
                .with("called", called)
                .with("state", passed ? "passed" : "done")
                .done());
      }
    }
    return sender.sheet(
        35,
        "queue_ticket",
        "2018",
        Form.CSV_WITH_MARK,
        sender.title("tickets"),
        List.of("hospital", "queue", "day", "ticket", "priority", "checked_in", "called", "state"),
        rows);
  }

  private Sheetful settlements() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (LocalDate discharged : daysOfTheYear(SETTLEMENTS)) {
      int total = dice.between(2_400, 9_800) * (1 + dice.skewed(0, 4)) * 100 + dice.between(0, 99);
      int insurance = (int) ((long) total * dice.between(58, 84) / 100);
      int deposit = dice.between(1, 8) * 50_000;
      int own = total - insurance;
      boolean onWard = dice.percent(48 + 4 * discharged.getMonthValue());
      rows.add(
          Row.of("number", "JS-2018-%04d".formatted(rows.size() + 1))
              .with("hospital", words.need("hospital").text())
              .with("ward", dice.pick(list("wards")))
              .with("admitted_on", discharged.minusDays(2 + dice.skewed(0, 16)))
              .with("discharged_on", discharged)
              .with("place", onWard ? "ward" : dice.pick(List.of("window", "machine", "mobile")))
              .with("total", yuan(total))
              .with("insurance", yuan(insurance))
              .with("own_share", yuan(own))
              .with("deposit", yuan(deposit))
              .with("refund", yuan(deposit - own))
              .with("orders_open", 0)
              .done());
    }
    return sender.sheet(
        36,
        "hospital_settlement",
        "2018",
        Form.CSV_GBK,
        sender.title("settlements"),
        List.of(
            "number",
            "hospital",
            "ward",
            "admitted_on",
            "discharged_on",
            "place",
            "total",
            "insurance",
            "own_share",
            "deposit",
            "refund",
            "orders_open"),
        rows);
  }

  private static BigDecimal yuan(int cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  private Sheetful certificates() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (LocalDate asked : daysOfTheYear(CERTIFICATES)) {
      boolean before = asked.getMonthValue() < 5;
      LocalDate sealed = days.after(asked, before ? dice.between(0, 3) : dice.skewed(0, 1));
      rows.add(
          Row.of("serial", "ZM-2018-%04d".formatted(rows.size() + 1))
              .with("hospital", words.need("hospital").text())
              .with("kind", dice.pick(List.of("diagnosis", "diagnosis", "sick_leave", "birth")))
              .with("identity_checked", true)
              .with("diagnosis_on", asked.minusDays(dice.skewed(0, 9)))
              .with("requested_on", asked)
              .with("signed_on", asked)
              .with("reviewed_on", asked)
              .with("sealed_on", sealed)
              .with("counters", before ? dice.between(2, 3) : dice.percent(95) ? 1 : 2)
              .with("collected_on", sealed)
              .done());
    }
    return sender.sheet(
        36,
        "medical_certificate",
        "2018",
        Form.WORKBOOK,
        sender.title("certificates"),
        List.of(
            "serial",
            "hospital",
            "kind",
            "identity_checked",
            "diagnosis_on",
            "requested_on",
            "signed_on",
            "reviewed_on",
            "sealed_on",
            "counters",
            "collected_on"),
        rows);
  }

  private Sheetful followUps() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (LocalDate discharged : daysOfTheYear(FOLLOW_UPS)) {
      boolean lost = dice.percent(6);
      boolean late = dice.percent(9);
      int planned = dice.between(1, 4);
      boolean flag = !lost && dice.percent(8);
      LocalDate first =
          discharged.plusDays(
              late ? FIRST_CONTACT + dice.between(1, 9) : dice.between(1, FIRST_CONTACT));
      LocalDate end = discharged.plusDays(20L * planned + dice.between(5, 25));
      boolean ended = Enforcement.told(end);
      rows.add(
          Row.of("number", "SF-2018-%04d".formatted(rows.size() + 1))
              .with("hospital", words.need("hospital").text())
              .with("legal_limit", "follow-up-first")
              .with("disease_group", dice.pick(List.of("chronic", "surgery", "maternity", "other")))
              .with("discharged_on", discharged)
              .with("planned_contacts", planned)
              .when(!lost, "first_contact_on", first)
              .with("contacts", lost ? 0 : ended ? planned : Math.min(1, planned))
              .with("failed_tries", lost ? 3 : dice.skewed(0, 2))
              .with("red_flag", flag)
              .when(flag, "nurse_called_on", first)
              .when(ended, "ended_on", end)
              .when(ended, "outcome", lost ? "lost" : flag ? "returned" : "completed")
              .done());
    }
    return sender.sheet(
        37,
        "follow_up",
        "2018",
        Form.CSV,
        sender.title("follow_ups"),
        List.of(
            "number",
            "hospital",
            "legal_limit",
            "disease_group",
            "discharged_on",
            "planned_contacts",
            "first_contact_on",
            "contacts",
            "failed_tries",
            "red_flag",
            "nurse_called_on",
            "ended_on",
            "outcome"),
        rows);
  }

  /** Nobody serves twice on a day, so that no shifts overlap. */
  private Sheetful shifts() {
    List<Map<String, String>> rows = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (LocalDate day : daysOfTheYear(SHIFTS)) {
      String volunteer = "ZY-%04d".formatted(1 + dice.skewed(0, 27));
      if (there.add(volunteer + day)) {
        int in = dice.between(455, 545);
        rows.add(
            Row.of("volunteer", volunteer)
                .with("day", day)
                .with("checked_in", in)
                .with("checked_out", in + dice.between(95, 235))
                .with("hospital", words.need("hospital").text())
                .with("post", dice.pick(List.of("guide", "guide", "machine", "escort", "ward")))
                .when(dice.percent(70), "rating", dice.between(4, 5))
                .done());
      }
    }
    return sender.sheet(
        37,
        "volunteer_shift",
        "2018",
        Form.CSV_GBK,
        sender.title("shifts"),
        List.of("volunteer", "day", "checked_in", "checked_out", "hospital", "post", "rating"),
        rows);
  }

  private Sheetful survey() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      for (String asked : List.of("outpatient", "inpatient")) {
        int answers = dice.between(108, 264);
        rows.add(
            hospital()
                .with("month", YearMonth.of(2018, month))
                .with("asked", asked)
                .with("answers", answers)
                .with("satisfied", answers * (905 + 5 * month + dice.between(-12, 12)) / 1000)
                .done());
      }
    }
    return sender.sheet(
        37,
        "patient_survey",
        "2018",
        Form.WORKBOOK,
        sender.title("survey"),
        List.of("hospital", "month", "asked", "answers", "satisfied"),
        rows);
  }

  private List<LocalDate> daysOfTheYear(int many) {
    List<LocalDate> all = new ArrayList<>();
    while (all.size() < many) {
      LocalDate day = dice.day(LocalDate.of(2018, 1, 8), LocalDate.of(2018, 12, 24));
      if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        all.add(day);
      }
    }
    return all.stream().sorted().toList();
  }

  private Row hospital() {
    return Row.of("hospital", words.need("hospital").text());
  }

  private List<String> list(String key) {
    return Vocabulary.texts(words.need(key));
  }
}
