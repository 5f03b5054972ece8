package org.liuzheng.ledger;

import java.time.Instant;

/**
 * A signed statement of the whole tree.
 *
 * @param root tree hash, 32 bytes
 * @param note the C2SP signed note as served
 */
public record SignedCheckpoint(long size, byte[] root, Instant signedAt, String note) {}
