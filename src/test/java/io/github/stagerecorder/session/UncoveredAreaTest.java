package io.github.stagerecorder.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.stagerecorder.settings.Region;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UncoveredAreaTest {
    private static final int WIDTH_PX = 37;
    private static final int HEIGHT_PX = 23;

    private final UncoveredArea area = new UncoveredArea();

    @Test
    void shouldBeTheWholeFrameAtFirst() {
        area.reset(new Region(0, 0, 16384, 16384));
        assertEquals(16384L * 16384, area.sizePx());
    }

    @Test
    void shouldBeNothingWhenTilesCoverTheFrameExactly() {
        area.reset(new Region(0, 0, 100, 60));
        for (int i = 0; i < 100 * 60 / 25; i++) {
            area.cover(new Region(i % 20 * 5, i / 20 * 5, 5, 5));
        }
        assertEquals(0, area.sizePx());
    }

    @Test
    void shouldCountAPixelOnceWhenTilesOverlap() {
        area.reset(new Region(0, 0, 100, 100));
        area.cover(new Region(0, 0, 50, 100));
        area.cover(new Region(0, 0, 50, 100));
        assertEquals(5000, area.sizePx());
    }

    @Test
    void shouldAgreeWithACountOfPixelsForAnyTiles() {
        Random random = new Random(11);
        for (int frame = 0; frame < 200; frame++) {
            area.reset(new Region(0, 0, WIDTH_PX, HEIGHT_PX));
            BitSet covered = new BitSet();
            for (int tile = 0; tile < 30; tile++) {
                cover(randomTile(random), covered);
                assertEquals(WIDTH_PX * HEIGHT_PX - covered.cardinality(), area.sizePx());
            }
        }
    }

    private static Region randomTile(Random random) {
        int xPx = random.nextInt(WIDTH_PX);
        int yPx = random.nextInt(HEIGHT_PX);
        return new Region(xPx, yPx, 1 + random.nextInt(WIDTH_PX - xPx), 1 + random.nextInt(HEIGHT_PX - yPx));
    }

    private void cover(Region tile, BitSet covered) {
        area.cover(tile);
        for (int y = tile.yPx(); y < tile.yPx() + tile.heightPx(); y++) {
            covered.set(y * WIDTH_PX + tile.xPx(), y * WIDTH_PX + tile.xPx() + tile.widthPx());
        }
    }
}
