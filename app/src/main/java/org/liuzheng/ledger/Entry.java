package org.liuzheng.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * One line of the ledger as stored.
 *
 * @param seq counted from 0; also the leaf index
 * @param body parsed JSON object
 * @param leafHash RFC 9162 leaf hash, 32 bytes
 */
public record Entry(
    long seq,
    String register,
    String record,
    LocalDate validFrom,
    Instant recordedAt,
    String actor,
    String unit,
    Source source,
    Map<String, Object> body,
    byte[] leafHash) {}
