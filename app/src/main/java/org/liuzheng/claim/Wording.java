package org.liuzheng.claim;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.liuzheng.words.Lang;

/**
 * How much two wordings have in common: pairs of neighbouring characters in Chinese, words in
 * English. What many wordings have counts for less.
 */
final class Wording {
  private static final int SHORTEST_WORD = 3;
  private static final double LABEL_SHARE = 0.75;

  private final Lang lang;
  private final Map<String, Integer> frequency = new HashMap<>();
  private int known;

  Wording(Lang lang) {
    this.lang = lang;
  }

  /** Token to weight. */
  record Profile(Map<String, Double> tokens) {
    static final Profile EMPTY = new Profile(Map.of());

    /** Both, of which the larger weight counts. */
    Profile with(Profile other, double weight) {
      Map<String, Double> all = new HashMap<>(tokens);
      other.tokens.forEach((t, w) -> all.merge(t, w * weight, Math::max));
      return new Profile(all);
    }
  }

  Profile profile(String text) {
    Map<String, Double> tokens = new HashMap<>();
    switch (lang) {
      case ZH -> {
        int[] chars = text.codePoints().toArray();
        for (int i = 0; i + 1 < chars.length; i++) {
          if (Character.isIdeographic(chars[i]) && Character.isIdeographic(chars[i + 1])) {
            tokens.put(new String(chars, i, 2), 1.0);
          }
        }
        words(text, 2, tokens);
      }
      case EN -> words(text, SHORTEST_WORD, tokens);
    }
    return new Profile(tokens);
  }

  /** Words of Latin letters stand in Chinese texts too. */
  private static void words(String text, int shortest, Map<String, Double> tokens) {
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      if (word.length() >= shortest) {
        tokens.put(stem(word), 1.0);
      }
    }
  }

  private static String stem(String word) {
    for (String ending : new String[] {"ies", "ing", "ed", "es", "s", "y"}) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_WORD) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  /** Counts what a wording has, so that rare words are told from common ones. */
  void learn(Collection<Profile> profiles) {
    for (Profile profile : profiles) {
      known++;
      Set<String> once = new HashSet<>(profile.tokens().keySet());
      once.forEach(t -> frequency.merge(t, 1, Integer::sum));
    }
  }

  private double rarity(String token) {
    return Math.log(1 + (1.0 + known) / (1 + frequency.getOrDefault(token, 0)));
  }

  /** From 0, nothing in common, to 1, the same. */
  double alike(Profile one, Profile other) {
    double common = 0;
    for (Map.Entry<String, Double> t : one.tokens().entrySet()) {
      Double weight = other.tokens().get(t.getKey());
      if (weight != null) {
        common += t.getValue() * weight * square(rarity(t.getKey()));
      }
    }
    double sizes = size(one) * size(other);
    return sizes == 0 ? 0 : common / sizes;
  }

  /** How much of a label the text has, and how much of the text the label. */
  double says(Profile text, Profile label, Profile meaning) {
    double all = 0;
    double said = 0;
    for (String token : label.tokens().keySet()) {
      double rarity = rarity(token);
      all += rarity;
      said += rarity * Math.min(1, text.tokens().getOrDefault(token, 0.0));
    }
    double covered = all == 0 ? 0 : said / all;
    return LABEL_SHARE * covered + (1 - LABEL_SHARE) * alike(text, label.with(meaning, 0.3));
  }

  private double size(Profile profile) {
    double sum = 0;
    for (Map.Entry<String, Double> t : profile.tokens().entrySet()) {
      sum += square(t.getValue() * rarity(t.getKey()));
    }
    return Math.sqrt(sum);
  }

  private static double square(double number) {
    return number * number;
  }
}
