package org.liuzheng.bench.example;

/** Codes of firms that do not exist, with both check digits right (GB 11714, GB 32100). */
final class CreditCode {
  private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] OFFICE_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final String DISTRICT = "91" + Office.DISTRICT;

  private CreditCode() {}

  static String of(Dice dice) {
    StringBuilder office = new StringBuilder("MA2");
    while (office.length() < OFFICE_WEIGHTS.length) {
      office.append(SIGNS.charAt(dice.between(0, 9)));
    }
    int sum = 0;
    for (int i = 0; i < OFFICE_WEIGHTS.length; i++) {
      sum += Character.digit(office.charAt(i), Character.MAX_RADIX) * OFFICE_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    office.append(check == 10 ? "X" : check == 11 ? "0" : String.valueOf(check));
    String code = DISTRICT + office;
    int weight = 1;
    int total = 0;
    for (int i = 0; i < code.length(); i++) {
      total += SIGNS.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % SIGNS.length();
    }
    return code + SIGNS.charAt((SIGNS.length() - total % SIGNS.length()) % SIGNS.length());
  }
}
