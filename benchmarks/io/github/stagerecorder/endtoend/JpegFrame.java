package io.github.stagerecorder.endtoend;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Holds a frame's pixels and the picture that ImageIO turns into a JPEG. */
final class JpegFrame {
    private static final float QUALITY = 0.8f;

    private final Pixels pixels;
    private final BufferedImage image;

    JpegFrame(Shot shot) {
        pixels = new Pixels(shot);
        image = new BufferedImage(shot.widthPx(), shot.heightPx(), BufferedImage.TYPE_INT_RGB);
    }

    Pixels pixels() {
        return pixels;
    }

    byte[] encode() throws IOException {
        convertUpright(pixels.bottomUp(), ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ImageWriteParam quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(QUALITY);
        try (ImageOutputStream output = ImageIO.createImageOutputStream(jpeg)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), quality);
        }
        writer.dispose();
        return jpeg.toByteArray();
    }

    private void convertUpright(ByteBuffer rgba, int[] rgb) {
        int widthPx = image.getWidth();
        int first = 0;
        for (int y = image.getHeight() - 1; y >= 0; y--) {
            for (int x = 0; x < widthPx; x++) {
                int from = 4 * (y * widthPx + x);
                rgb[first + x] =
                        (rgba.get(from) & 0xFF) << 16 | (rgba.get(from + 1) & 0xFF) << 8 | rgba.get(from + 2) & 0xFF;
            }
            first += widthPx;
        }
    }
}
