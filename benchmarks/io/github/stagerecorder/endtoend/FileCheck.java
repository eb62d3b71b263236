package io.github.stagerecorder.endtoend;

import io.github.stagerecorder.demo.CornerPatch;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.RgbPicture;
import java.util.List;
import java.util.stream.IntStream;

/** Decodes the file. The pictures must be the ones that were drawn, in order, upright and with the right colours. */
final class FileCheck {
    private static final int MOST_COLOUR_DIFFERENCE = 24;

    private FileCheck() {}

    /**
     * @return the number of drawn frames that are missing
     * @throws IllegalStateException if the file is not what was asked for
     */
    static int dropped(Shot shot) {
        DecodedVideo video = DecodedVideo.of(shot.file());
        require(video.info().widthPx() == shot.widthPx() && video.info().heightPx() == shot.heightPx(), shot, "size");
        requireCorners(shot, video.rgb(0));
        List<Integer> numbers = video.frameNumbers();
        boolean drawn = numbers.stream().allMatch(number -> number >= 0 && number < shot.frames());
        require(drawn, shot, "pictures " + numbers);
        require(numbers.stream().sorted().toList().equals(numbers), shot, "order " + numbers);
        int dropped = shot.frames() - (int) numbers.stream().distinct().count();
        require(
                shot.paced()
                        || numbers.equals(
                                IntStream.range(0, shot.frames()).boxed().toList()),
                shot,
                "number of frames: " + numbers.size() + ", missing " + dropped);
        return dropped;
    }

    private static void requireCorners(Shot shot, RgbPicture picture) {
        for (CornerPatch corner : CornerPatch.values()) {
            int rgb = picture.at(corner.centreXPx(shot.widthPx()), corner.centreYPx(shot.heightPx()));
            int wanted = corner.red() << 16 | corner.green() << 8 | corner.blue();
            require(
                    RgbPicture.difference(rgb, wanted) <= MOST_COLOUR_DIFFERENCE,
                    shot,
                    corner + " colour: " + Integer.toHexString(rgb) + " for " + Integer.toHexString(wanted));
        }
    }

    private static void require(boolean good, Shot shot, String what) {
        if (!good) {
            throw new IllegalStateException(shot + " has the wrong " + what);
        }
    }
}
