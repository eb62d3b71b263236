package consumer.awt;

import java.awt.Dimension;
import java.awt.EventQueue;
import java.nio.file.Path;
import javax.swing.JFrame;
import javax.swing.Timer;

/** A multisampled canvas in a Swing window that is resized twice, painted 30 times by a Swing timer: {@code CanvasWindow FILE}. */
public final class CanvasWindow {
    private static final int INTERVAL_MS = 33;

    private final JFrame frame = new JFrame("StageRecorder");
    private final RecordedCanvas canvas;
    private final Timer timer = new Timer(INTERVAL_MS, tick -> paint());
    private int painted;

    private CanvasWindow(Path output) {
        canvas = new RecordedCanvas(output);
        frame.add(canvas);
        resize(320, 240);
        frame.setVisible(true);
        timer.start();
    }

    public static void main(String[] args) throws Exception {
        EventQueue.invokeAndWait(() -> new CanvasWindow(Path.of(args[0])));
    }

    private void paint() {
        canvas.render();
        painted++;
        if (painted == 10) {
            resize(480, 400);
        } else if (painted == 20) {
            resize(200, 160);
        } else if (painted == 30) {
            timer.stop();
            canvas.close();
            frame.dispose();
        }
    }

    private void resize(int widthPx, int heightPx) {
        canvas.setPreferredSize(new Dimension(widthPx, heightPx));
        frame.pack();
    }
}
