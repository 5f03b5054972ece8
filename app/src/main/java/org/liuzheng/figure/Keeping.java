package org.liuzheng.figure;

/** Does something while no entry is written. */
interface Keeping {
  void run(Work work);

  /** What is done, told the position. */
  interface Work {
    void at(long position);
  }
}
