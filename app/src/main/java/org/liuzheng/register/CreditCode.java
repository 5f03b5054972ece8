package org.liuzheng.register;

/** The unified social credit code of a firm or body (GB 32100): its last sign checks the others. */
final class CreditCode {
  private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  /** The weight of a place is this to the power of the places before it. */
  private static final int WEIGHT = 3;

  private CreditCode() {}

  /** Whether one mistyped sign, or two neighbours that changed places, can be ruled out. */
  static boolean isRight(String code) {
    if (code.length() != LENGTH) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      int value = SIGNS.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * weight;
      weight = weight * WEIGHT % SIGNS.length();
    }
    int check = (SIGNS.length() - sum % SIGNS.length()) % SIGNS.length();
    return code.charAt(LENGTH - 1) == SIGNS.charAt(check);
  }
}
