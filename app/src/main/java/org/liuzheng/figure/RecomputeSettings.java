package org.liuzheng.figure;

import java.nio.file.Path;

/**
 * How deltas are computed anew, and held in memory.
 *
 * @param folder for what DuckDB needs on disk; may be deleted while the program is not running
 * @param atOnce up to so many entries it is done at once, before anything else is written
 * @param duckFrom from so many entries on by DuckDB, below by PostgreSQL
 * @param memory what DuckDB may take, such as {@code 1GB}; what needs more goes to the disk
 * @param threads how many DuckDB may use
 * @param inMemory how many deltas are held in memory, at some 27 bytes each; 0 for none
 */
record RecomputeSettings(
    Path folder, long atOnce, long duckFrom, String memory, int threads, long inMemory) {}
