/**
 * The public log format: canonical JSON, leaf and tree hashes, proofs, checkpoints and their
 * verification, with nothing but the JDK, so that a stranger can check an exported bundle.
 */
@NullMarked
package org.liuzheng.seal;

import org.jspecify.annotations.NullMarked;
