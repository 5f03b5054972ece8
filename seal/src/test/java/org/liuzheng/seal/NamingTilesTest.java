package org.liuzheng.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTilesTest {

  @ParameterizedTest
  @CsvSource({
    "0,0,256,tile/0/000",
    "0,1234067,256,tile/0/x001/x234/067",
    "1,5,17,tile/1/005.p/17",
    "-1,999,256,tile/entries/999",
    "-1,1000,1,tile/entries/x001/000.p/1",
    "63,12,255,tile/63/012.p/255"
  })
  void a_tile_has_one_path(int level, long index, int width, String path) {
    Tile tile = new Tile(level, index, width);

    assertThat(tile.path()).isEqualTo(path);
    assertThat(Tile.parse(path)).isEqualTo(tile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/64/000",
        "tile/00/000",
        "tile/0/0",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/x000/001",
        "tile/0/001/000",
        "tile/0/x001",
        "tile/-1/000",
        "tile/entry/000",
        "tile/0/000/",
        "/tile/0/000",
        "tile/0/000.p/",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/99/000",
        "tile/0/../000"
      })
  void another_spelling_is_refused(String path) {
    assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(NotInFormat.class);
  }

  @Test
  void a_tree_of_70000_has_the_tiles_of_the_specification() {
    List<Tile> tiles = Tile.of(70_000);

    assertThat(tiles)
        .hasSize(273 + 1 + 1 + 1 + 1)
        .contains(new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1))
        .allMatch(tile -> tile.within(70_000));
    assertThat(Tile.of(256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
    assertThat(Tile.of(0)).isEmpty();
    assertThat(new Tile(0, 273, 113).within(70_000)).isFalse();
    assertThat(new Tile(0, 274, 1).within(70_000)).isFalse();
    assertThat(new Tile(63, 0, 1).within(Long.MAX_VALUE)).isFalse();
    assertThat(new Tile(Tile.ENTRIES, 273, 112).within(70_000)).isTrue();
  }

  @Test
  void a_bundle_cut_off_is_refused() {
    byte[] bundle = EntryBundle.of(List.of(new byte[] {1, 2}, new byte[0], new byte[300]));

    assertThat(EntryBundle.parse(bundle)).hasSize(3);
    assertThatThrownBy(() -> EntryBundle.parse(java.util.Arrays.copyOf(bundle, bundle.length - 1)))
        .isInstanceOf(NotInFormat.class)
        .hasMessageContaining("entry 2");
    assertThatThrownBy(() -> EntryBundle.parse(new byte[] {0})).isInstanceOf(NotInFormat.class);
    assertThatThrownBy(() -> EntryBundle.of(List.of(new byte[70_000])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
