package io.github.stagerecorder.endtoend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Buffer;
import org.freedesktop.gstreamer.Bus;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.FlowReturn;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.Version;
import org.freedesktop.gstreamer.elements.AppSrc;

/**
 * Pushes into gst1-java-core's AppSrc with one Buffer per frame. The rows are copied into it from the last to the
 * first.
 */
final class GstCopy implements FrameSink {
    private static final long CLOSE_TIMEOUT_S = 60;

    private final Shot shot;
    private final Pixels pixels;
    private final Pipeline pipeline;
    private final AppSrc source;
    private final long mostQueuedBytes;
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    GstCopy(Shot shot) {
        this.shot = shot;
        pixels = new Pixels(shot);
        mostQueuedBytes = (long) Shot.QUEUED_FRAMES * shot.frameBytes();
        Gst.init(Version.of(1, 20), "gst-copy");
        pipeline = (Pipeline) Gst.parseLaunch("appsrc name=source format=time ! videoconvert n-threads=2"
                + " ! video/x-raw,format=I420 ! " + X264.GSTREAMER + " ! filesink location=" + shot.file());
        source = (AppSrc) pipeline.getElementByName("source");
        source.setCaps(Caps.fromString("video/x-raw,format=RGBA,width=" + shot.widthPx() + ",height=" + shot.heightPx()
                + ",framerate=" + shot.fps() + "/1"));
        source.set("max-bytes", mostQueuedBytes);
        source.set("block", !shot.paced());
        pipeline.getBus().connect((Bus.EOS) from -> ended.complete(""));
        pipeline.getBus().connect((Bus.ERROR) (from, code, message) -> ended.complete(message));
        pipeline.play();
    }

    @Override
    public void frame(int frameNumber, long timeNs) throws IOException {
        if (shot.paced() && isFull()) {
            return;
        }
        pixels.read();
        Buffer buffer = new Buffer(shot.frameBytes());
        copyUpright(pixels.bottomUp(), buffer.map(true));
        buffer.unmap();
        buffer.setPresentationTimestamp(timeNs);
        buffer.setDuration(1_000_000_000L / shot.fps());
        if (source.pushBuffer(buffer) != FlowReturn.OK) {
            throw new IOException("appsrc refused frame " + frameNumber);
        }
    }

    private boolean isFull() {
        return ((Number) source.get("current-level-bytes")).longValue() >= mostQueuedBytes;
    }

    private void copyUpright(ByteBuffer from, ByteBuffer to) {
        int strideBytes = shot.strideBytes();
        for (int y = shot.heightPx() - 1; y >= 0; y--) {
            to.put(from.limit((y + 1) * strideBytes).position(y * strideBytes));
        }
        from.clear();
    }

    @Override
    public void finish() throws Exception {
        source.endOfStream();
        String error = ended.get(CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
        pipeline.stop();
        pipeline.dispose();
        pixels.close();
        if (!error.isEmpty()) {
            throw new IOException("the pipeline failed: " + error);
        }
    }
}
