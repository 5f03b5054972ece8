/**
 * The append-only ledger: the one writer, entries, the signed tree that grows with each commit,
 * proofs, and private values that can be erased without breaking a proof.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"seal", "words"})
package org.liuzheng.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
