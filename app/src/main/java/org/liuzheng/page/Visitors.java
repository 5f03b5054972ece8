package org.liuzheng.page;

/** Tells who is behind the request that is being answered. */
public interface Visitors {
  Visitor current();
}
