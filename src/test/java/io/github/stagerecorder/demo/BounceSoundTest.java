package io.github.stagerecorder.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.media.DecodedSound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo plays is heard in its file when a ball is seen on the floor, and from the ball's side. */
@Timeout(120)
class BounceSoundTest {
    private static final double LENGTH_S = 4;
    private static final double STEP_S = 1e-4;
    private static final double SILENCE_S = 0.3; // in which an earlier note fades
    private static final double SEARCHED_S = 0.03;
    private static final double MOST_OFF_S = 0.002;
    private static final double HEARD = 0.02;

    @TempDir
    private Path folder;

    /** A moment at which one ball is on the floor, and no other one has been for a while. */
    private record Bounce(double timeS, int channel) {}

    @ParameterizedTest
    @ValueSource(strings = {"stage.mkv", "stage.mp4"})
    void shouldBeHeardWhenItIsSeen(String name) throws Exception {
        Path file = folder.resolve(name);
        String[] arguments = {
            "--sound", "--clock", "fixed", "--seconds", "" + LENGTH_S, "--size", "320x240", "--output", file.toString()
        };
        Process demo = ChildJvm.of(Demo.class, arguments).start();
        String printed = ChildJvm.printed(demo);
        assertEquals(0, demo.waitFor(), printed);
        List<DecodedSound> channels = List.of(DecodedSound.of(file, 0), DecodedSound.of(file, 1));
        List<Bounce> bounces = loneBounces();
        assertTrue(bounces.size() >= 3, bounces::toString);
        for (Bounce bounce : bounces) {
            double heardS = heardS(channels.get(bounce.channel()), bounce.timeS() - SEARCHED_S);
            assertEquals(bounce.timeS(), heardS, MOST_OFF_S, bounces::toString);
        }
    }

    private static List<Bounce> loneBounces() {
        List<Bounce> all = new ArrayList<>();
        for (double timeS = SILENCE_S; timeS < LENGTH_S - SILENCE_S; timeS += STEP_S) {
            for (Ball ball : Ball.ALL) {
                double above = ball.above(timeS);
                if (above < ball.above(timeS - STEP_S) && above <= ball.above(timeS + STEP_S)) {
                    all.add(new Bounce(timeS, ball.across(timeS) < 0.5 ? 0 : 1));
                }
            }
        }
        return all.stream().filter(bounce -> isAlone(bounce, all)).toList();
    }

    private static boolean isAlone(Bounce bounce, List<Bounce> all) {
        return all.stream()
                .mapToDouble(other -> bounce.timeS() - other.timeS())
                .noneMatch(sinceS -> sinceS != 0 && sinceS > -SEARCHED_S && sinceS < SILENCE_S);
    }

    /** Returns when the next note is struck. */
    private static double heardS(DecodedSound sound, double fromS) {
        int at = (int) ((fromS - sound.startS()) * sound.rateHz());
        while (at < sound.samples().length && Math.abs(sound.samples()[at]) < HEARD) {
            at++;
        }
        return sound.startS() + (double) at / sound.rateHz();
    }
}
