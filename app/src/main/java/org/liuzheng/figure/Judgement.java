package org.liuzheng.figure;

/**
 * What a person says of a light.
 *
 * @param by the post of who says it, @param on the day
 * @param register where it is recorded, @param record under which id
 * @param entry seq of the entry that states it, in which the account stands
 */
public record Judgement(
    Definition.Step.Light.Colour colour,
    String reason,
    String by,
    String on,
    String register,
    String record,
    long entry) {}
