/** The public log under its C2SP paths: checkpoint, tiles, entry bundles and the verifier key. */
@NullMarked
package org.liuzheng.ledger.web;

import org.jspecify.annotations.NullMarked;
