package org.liuzheng.ledger;

import java.nio.file.Path;

/**
 * @param keyFile where the signing key is, or will be made at the first start
 * @param origin the log's name, such as {@code liuzheng.example/330205}; it never changes
 */
record LedgerSettings(Path keyFile, String origin) {}
