import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.Timer;

/** A canvas of lwjgl3-awt in a window of Swing, recorded until the window is closed: {@code mvn -q compile exec:exec}. */
public final class AwtExample {
    public static void main(String[] args) {
        EventQueue.invokeLater(AwtExample::open);
    }

    private static void open() {
        RecordedCanvas canvas = new RecordedCanvas();
        canvas.setPreferredSize(new Dimension(640, 360));
        Timer timer = new Timer(16, tick -> canvas.render());
        JFrame frame = new JFrame("StageRecorder and AWT");
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                timer.stop();
                canvas.endRecording(); // before the canvas and its context are gone
                frame.dispose();
            }
        });
        frame.add(canvas);
        frame.pack();
        frame.setVisible(true);
        timer.start();
    }
}
