package org.liuzheng.ledger;

import java.util.List;

/**
 * An entry with its way to a signed root, as {@code docs/specs/log.md} describes it.
 *
 * @param canonical the entry as canonical JSON, the text that the leaf commits to
 * @param salt 16 bytes in hex
 * @param leafData the committed bytes in hex: format version, then the salted digest
 * @param path sibling hashes from leaf to root, in hex
 * @param verified whether this very proof was checked with {@code seal} just now
 */
public record EntryProof(
    long seq,
    String canonical,
    String salt,
    String leafData,
    List<String> path,
    SignedCheckpoint checkpoint,
    boolean verified) {}
