package io.github.stagerecorder.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.PixelLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * By how much each beep of a {@link FlashingShow} is later than its flash, in the decoded file. In real time a busy
 * machine delays single rounds of the show, and so the median counts; otherwise every beep does.
 *
 * @param flashesS when each flash begins
 * @param offS by how much the beep is later; infinity where none is near
 * @param videoEndS when the last picture begins
 * @param soundEndS when the sound ends
 */
public record Step(List<Double> flashesS, List<Double> offS, double videoEndS, double soundEndS) {
    private static final int WHITE = 128;

    public static Step of(Path file) {
        DecodedSound sound = DecodedSound.of(file);
        List<Double> flashesS = new ArrayList<>();
        double endS = flashes(file, flashesS);
        List<Double> offS = flashesS.stream()
                .map(flashS -> sound.nextSoundS(flashS - FlashingShow.FLASH_S / 2) - flashS)
                .toList();
        return new Step(flashesS, offS, endS, sound.endS());
    }

    private static double flashes(Path file, List<Double> beginsS) {
        DecodedVideo video = DecodedVideo.of(file);
        List<Long> timesNs = video.timesNs();
        boolean[] flashed = {false};
        video.forEach(PixelLayout.LUMA, (index, luma) -> {
            boolean flashes = (luma.get(0) & 0xff) > WHITE;
            if (flashes && !flashed[0]) {
                beginsS.add(timesNs.get(index) / 1e9);
            }
            flashed[0] = flashes;
        });
        List<Long> packetNs = video.info().packetNs();
        return packetNs.get(packetNs.size() - 1) / 1e9;
    }

    /** Requires that both tracks end together, and that the beeps between two times are in step. */
    public void require(double fromS, double toS, int leastFlashes, double mostOffS) {
        requireInStep(fromS, toS, leastFlashes, mostOffS);
        assertEquals(videoEndS, soundEndS, 0.25);
    }

    /** Requires that the beeps between two times are in step. */
    public void requireInStep(double fromS, double toS, int leastFlashes, double mostOffS) {
        List<Double> off = sortedOffS(fromS, toS, leastFlashes);
        assertEquals(0, off.get(off.size() / 2), mostOffS, () -> "the beeps are late by " + off);
    }

    /** Requires the same of every single beep. */
    public void requireEachInStep(double fromS, double toS, int leastFlashes, double mostOffS) {
        List<Double> off = sortedOffS(fromS, toS, leastFlashes);
        assertEquals(0, off.get(0), mostOffS, () -> "the beeps are late by " + off);
        assertEquals(0, off.get(off.size() - 1), mostOffS, () -> "the beeps are late by " + off);
    }

    private List<Double> sortedOffS(double fromS, double toS, int leastFlashes) {
        List<Double> off = new ArrayList<>();
        for (int i = 0; i < offS.size(); i++) {
            if (flashesS.get(i) >= fromS && flashesS.get(i) < toS) {
                off.add(offS.get(i));
            }
        }
        assertTrue(off.size() >= leastFlashes, () -> "flashes at " + flashesS);
        return off.stream().sorted().toList();
    }
}
