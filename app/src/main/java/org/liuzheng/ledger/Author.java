package org.liuzheng.ledger;

import java.util.Set;

/**
 * Who enters something, and for which unit.
 *
 * @param account sign-in name, or the name of a program such as {@code pack}
 * @param unit code of the unit acted for
 * @param roles roles held at that moment; they decide, they are not stored
 */
public record Author(String account, String unit, Set<String> roles) {}
