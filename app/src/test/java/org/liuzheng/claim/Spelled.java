package org.liuzheng.claim;

import java.util.List;

/** Whole numbers below a hundred million in words, written apart from what reads them. */
final class Spelled {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final List<String> PLACES = List.of("", "十", "百", "千");
  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private Spelled() {}

  /** Place by place from the left; one zero for any run of them, none at the end of a section. */
  static String inChinese(int number) {
    if (number == 0) {
      return "零";
    }
    String digits = String.valueOf(number);
    StringBuilder words = new StringBuilder();
    boolean zero = false;
    boolean section = false;
    for (int i = 0; i < digits.length(); i++) {
      int place = digits.length() - 1 - i;
      int digit = digits.charAt(i) - '0';
      if (digit == 0) {
        zero = true;
      } else {
        words
            .append(zero && !words.isEmpty() ? "零" : "")
            .append(DIGITS.charAt(digit))
            .append(PLACES.get(place % 4));
        zero = false;
        section = true;
      }
      if (place == 4) {
        words.append(section ? "万" : "");
        zero = zero && digits.charAt(i) == '0';
      }
    }
    String all = words.toString();
    return all.startsWith("一十") ? all.substring(1) : all;
  }

  static String inEnglish(int number) {
    if (number < 20) {
      return SMALL.get(number);
    }
    if (number < 100) {
      return TENS.get(number / 10) + (number % 10 == 0 ? "" : "-" + SMALL.get(number % 10));
    }
    if (number < 1000) {
      return SMALL.get(number / 100) + " hundred" + rest(number % 100, " and ");
    }
    int unit = number < 1_000_000 ? 1000 : 1_000_000;
    return inEnglish(number / unit)
        + (unit == 1000 ? " thousand" : " million")
        + rest(number % unit, number % unit < 100 ? " and " : " ");
  }

  private static String rest(int number, String joined) {
    return number == 0 ? "" : joined + inEnglish(number);
  }
}
