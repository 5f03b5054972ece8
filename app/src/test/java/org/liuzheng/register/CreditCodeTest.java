package org.liuzheng.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  private static final String RIGHT = "9144030071526726XG";
  private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** Codes that their firms publish. */
  @ParameterizedTest
  @ValueSource(strings = {RIGHT, "91330100716105852F", "914403001922038216"})
  void published_codes_are_right(String code) {
    assertThat(CreditCode.isRight(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9144030071526726X", RIGHT + "0", "9144O30071526726XG", "9144030071526726xg"})
  void what_is_no_code_at_all_is_not(String code) {
    assertThat(CreditCode.isRight(code)).isFalse();
  }

  @Test
  void one_wrong_sign_is_always_found() {
    for (int i = 0; i < RIGHT.length(); i++) {
      for (char sign : SIGNS.toCharArray()) {
        String typed = RIGHT.substring(0, i) + sign + RIGHT.substring(i + 1);

        assertThat(CreditCode.isRight(typed)).as(typed).isEqualTo(typed.equals(RIGHT));
      }
    }
  }

  @Test
  void two_neighbours_that_changed_places_are_always_found() {
    for (int i = 0; i + 2 < RIGHT.length(); i++) {
      String typed =
          RIGHT.substring(0, i) + RIGHT.charAt(i + 1) + RIGHT.charAt(i) + RIGHT.substring(i + 2);

      assertThat(CreditCode.isRight(typed)).as(typed).isEqualTo(typed.equals(RIGHT));
    }
  }
}
