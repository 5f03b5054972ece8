package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.liuzheng.RunningExample;
import org.liuzheng.claim.PlainText;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.screens.Visiting.Seen;
import org.liuzheng.words.Lang;

/** Any text against the example's records, without a script and without an account. */
class CheckingTextsOnPagesTest {
  private static final Pattern ROW =
      Pattern.compile(
          "<tr id=\"n\\d+\">.*?<a href=\"#t\\d+\">(.*?)</a>.*?<span class=\"verdict (\\w+)\">",
          Pattern.DOTALL);

  private final Visiting visitor = new Visiting();

  @Test
  void the_example_s_own_text_is_bound_and_holds_and_one_changed_digit_fails_alone()
      throws IOException {
    String text = PlainText.of(Files.readString(report(Lang.ZH))).text();
    Map<String, String> sound = checked(text);
    Map<String, String> changed = checked(text.replace("1709份", "1708份"));

    assertThat(sound).containsEntry("520.6亿元", "holds").containsEntry("1709份", "holds");
    assertThat(sound).containsEntry("14个", "ambiguous holds").containsEntry("63个", "ambiguous");
    assertThat(sound).containsEntry("70多个", "holds").containsEntry("三分之一", "holds");
    assertThat(sound).doesNotContainValue("wrong");
    assertThat(changed).containsEntry("1708份", "fails");
    changed.remove("1708份");
    sound.remove("1709份");
    assertThat(changed).isEqualTo(sound);
  }

  @Test
  void the_english_text_is_bound_as_well() throws IOException {
    Map<String, String> sound = checked(PlainText.of(Files.readString(report(Lang.EN))).text());

    assertThat(sound)
        .containsEntry("52.06 billion yuan", "holds")
        .containsEntry("1,709", "holds")
        .containsEntry("one third", "holds");
    assertThat(sound).doesNotContainValue("wrong");
  }

  @Test
  void other_words_are_matched_by_label_and_a_share_of_nothing_is_ambiguous() {
    Map<String, String> found =
        checked("商品销售额达到1468.6亿元，掌上办理事项约130项。\n项目开工率为80%。\n9%的同行采用了这一做法，投入3.7亿元。");

    assertThat(found)
        .containsEntry("1468.6亿元", "holds")
        .containsEntry("约130项", "holds")
        .containsEntry("80%", "ambiguous")
        .containsEntry("9%", "ambiguous")
        .containsEntry("3.7亿元", "unmatched");
    assertThat(visitor.post("/check", "/check", Map.of("text", "项目开工率为80%。")).text())
        .contains("没有说明是占什么的比例；可能是：")
        .contains("÷");
  }

  @Test
  void a_person_binds_a_number_anew_and_what_means_nothing_is_said() {
    String text = "达到520.6亿元。";
    assertThat(checked(text)).containsEntry("520.6亿元", "unmatched");

    Map<String, String> form = Map.of("text", text, "words", "520.6亿元", "pick", "", "other", "gdp");
    assertThat(states(visitor.post("/check", "/check", form))).containsEntry("520.6亿元", "holds");
    assertThat(states(visitor.post("/check", "/check", with(form, "other", "地区生产总值"))))
        .containsEntry("520.6亿元", "holds");
    assertThat(
            states(
                visitor.post(
                    "/check", "/check", with(form, "text", "达到520.7亿元。", "words", "520.7亿元"))))
        .containsEntry("520.7亿元", "fails");
    assertThat(states(visitor.post("/check", "/check", with(form, "other", "gdpp"))))
        .containsEntry("520.6亿元", "wrong");
    assertThat(states(visitor.post("/check", "/check", with(form, "other", "", "pick", "-"))))
        .containsEntry("520.6亿元", "label");
    assertThat(states(visitor.post("/check", "/check", with(form, "words", "520亿元"))))
        .containsEntry("520.6亿元", "unmatched");
  }

  @Test
  void hostile_and_empty_texts_are_shown_as_text_or_refused_in_a_sentence() {
    Seen hostile =
        visitor.post(
            "/check",
            "/check",
            Map.of("text", "<script>alert(1)</script>\" onload=\"x 减少64项", "other", "x'\"<b>"));
    assertThat(hostile.status()).isEqualTo(200);
    assertThat(hostile.html()).doesNotContain("<script>alert").contains("&#34; onload=&#34;");

    Seen empty = visitor.post("/check", "/check", Map.of("text", " "));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.text()).contains("没有文字");
    assertThat(visitor.post("/check", "/check", Map.of("text", "3项", "period", "x")).text())
        .contains("不是期间");
    assertThat(visitor.post("/check", "/check", Map.of("text", "3项", "unit", "x'; --")).status())
        .isEqualTo(422);
    assertThat(visitor.get("/check?lang=en").text()).contains("Check any text");
  }

  @Test
  void a_file_is_read_and_nothing_of_it_is_kept() {
    long before = RunningExample.bean(Ledger.class).size();

    Seen seen =
        visitor.send(
            "/check",
            "file",
            "讲话.md",
            "减少政务服务事项[64项](claim:x)。".getBytes(StandardCharsets.UTF_8),
            Map.of("text", ""));

    assertThat(states(seen)).containsEntry("64项", "holds");
    assertThat(RunningExample.bean(Ledger.class).size()).isEqualTo(before);
    assertThat(
            visitor
                .send("/check", "file", "a.docx", new byte[] {'P', 'K', 3, 4}, Map.of("text", ""))
                .text())
        .contains("打不开");
  }

  @Test
  void the_evidence_shows_the_ladder_the_list_and_the_document_with_its_original() {
    Seen rank = visitor.get("/reports/jiangbei-2018?claim=R19&lang=zh");
    assertThat(rank.text()).contains("位次").contains("上海市普陀区").contains("个没有列出");
    Seen list = visitor.get("/reports/jiangbei-2018?claim=R18");
    assertThat(list.text()).contains("宁波市第九医院").doesNotContain("•••");

    Seen document = visitor.get("/reports/jiangbei-2018?claim=R20");
    Matcher link = Pattern.compile("href=\"([^\"]*file=original[^\"]*)\"").matcher(document.html());
    assertThat(link.find()).isTrue();
    Seen original = visitor.get(link.group(1).replace("&amp;", "&"));
    assertThat(original.status()).isEqualTo(200);
    assertThat(original.header("Content-Disposition")).contains(".txt");
    assertThat(original.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private static Path report(Lang lang) {
    return RunningExample.pack()
        .resolve("reports/jiangbei-2018." + (lang == Lang.ZH ? "zh" : "en") + ".md");
  }

  private Map<String, String> checked(String text) {
    Seen seen = visitor.post("/check", "/check", Map.of("text", text));
    assertThat(seen.status()).isEqualTo(200);
    return states(seen);
  }

  /** The words of each number to its verdict or state. */
  private static Map<String, String> states(Seen seen) {
    Map<String, String> states = new LinkedHashMap<>();
    Matcher row = ROW.matcher(seen.html());
    while (row.find()) {
      states.merge(row.group(1), row.group(2), (a, b) -> a.equals(b) ? a : a + " " + b);
    }
    return states;
  }

  private static Map<String, String> with(Map<String, String> form, String... changes) {
    Map<String, String> changed = new LinkedHashMap<>(form);
    for (int i = 0; i < List.of(changes).size(); i += 2) {
      changed.put(changes[i], changes[i + 1]);
    }
    return changed;
  }
}
