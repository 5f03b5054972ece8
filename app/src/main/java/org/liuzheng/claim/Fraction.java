package org.liuzheng.claim;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/** An exact number in lowest terms, the denominator positive. */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
  static final Fraction ZERO = of(0);
  static final Fraction ONE = of(1);

  Fraction {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("%s / 0 is no number".formatted(numerator));
    }
    BigInteger common = numerator.gcd(denominator);
    BigInteger by = denominator.signum() < 0 ? common.negate() : common;
    numerator = numerator.divide(by);
    denominator = denominator.divide(by);
  }

  static Fraction of(long whole) {
    return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  static Fraction of(BigDecimal number) {
    return of(number, BigDecimal.ONE);
  }

  static Fraction of(BigDecimal numerator, BigDecimal denominator) {
    int scale = Math.max(0, Math.max(numerator.scale(), denominator.scale()));
    return new Fraction(
        numerator.setScale(scale).unscaledValue(), denominator.setScale(scale).unscaledValue());
  }

  /** Reads {@code 3}, {@code 0.5} or {@code 2000/3}. */
  static Fraction parse(String text) {
    String[] parts = text.split("/", 2);
    return of(
        new BigDecimal(parts[0]), parts.length == 2 ? new BigDecimal(parts[1]) : BigDecimal.ONE);
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Fraction minus(Fraction other) {
    return plus(other.negated());
  }

  Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Fraction over(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  Fraction negated() {
    return new Fraction(numerator.negate(), denominator);
  }

  Fraction magnitude() {
    return new Fraction(numerator.abs(), denominator);
  }

  int signum() {
    return numerator.signum();
  }

  boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /** Rounded half up, that is, away from zero. */
  BigDecimal rounded(int decimals) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return isWhole()
        ? numerator.toString()
        : String.format(Locale.ROOT, "%s/%s", numerator, denominator);
  }
}
