package io.github.stagerecorder.recording;

import io.github.stagerecorder.media.RgbPicture;
import java.nio.ByteBuffer;

/** The weights of red, green and blue in luma. */
enum ColourMatrix {
    BT601(0.299, 0.114),
    BT709(0.2126, 0.0722);

    private static final int BLACK = 16;
    private static final int RANGE = 219;

    private final double red;
    private final double blue;

    ColourMatrix(double red, double blue) {
        this.red = red;
        this.blue = blue;
    }

    /** Returns the luma plane in limited range. */
    ByteBuffer luma(RgbPicture picture) {
        int sizePx = picture.widthPx() * picture.heightPx();
        ByteBuffer luma = ByteBuffer.allocate(sizePx);
        for (int i = 0; i < sizePx; i++) {
            luma.put((byte) luma(channel(picture, 3 * i), channel(picture, 3 * i + 1), channel(picture, 3 * i + 2)));
        }
        return luma.flip();
    }

    private static int channel(RgbPicture picture, int index) {
        return picture.pixels().get(index) & 0xFF;
    }

    private long luma(int redLevel, int greenLevel, int blueLevel) {
        double light = red * redLevel + (1 - red - blue) * greenLevel + blue * blueLevel;
        return Math.round(BLACK + RANGE * light / 255);
    }
}
