package consumer.lwjgl;

import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import java.nio.file.Path;

/** Draws as {@link Record} does, and plays a tone from the half on, both of which are recorded: {@code RecordSound FILE}. */
public final class RecordSound {
    private RecordSound() {}

    public static void main(String[] args) {
        try (OffscreenStage stage = new OffscreenStage(Record.WIDTH_PX, Record.HEIGHT_PX);
                OpenAlSound sound = new OpenAlSound();
                StageRecorder recorder = StageRecorder.builder(Path.of(args[0]))
                        .size(Record.WIDTH_PX, Record.HEIGHT_PX)
                        .timing(Timing.FRAME_BY_FRAME)
                        .audio(OpenAlSound.RATE_HZ, OpenAlSound.CHANNELS, SampleFormat.S16)
                        .start()) {
            for (int frame = 0; frame < Record.FRAMES; frame++) {
                if (frame == Record.FRAMES / 2) {
                    OpenAlSound.playTone();
                }
                Record.draw(frame);
                recorder.capture();
                sound.recordTo(recorder.audio());
            }
        }
    }
}
