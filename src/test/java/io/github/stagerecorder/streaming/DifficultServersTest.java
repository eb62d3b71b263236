package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.CaptureResult;
import io.github.stagerecorder.Outcome;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.SmallDisk;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.Timing;
import io.github.stagerecorder.faults.NoisyStage;
import io.github.stagerecorder.media.DecodedVideo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that say nothing or have another kind of address, two streams at once, and a disk that is full. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class DifficultServersTest {
    private static final int WIDTH_PX = 160;
    private static final int HEIGHT_PX = 120;
    private static final int FRAMES = 60;
    private static final int MOST_FRAMES = 3000;

    @TempDir
    Path folder;

    private NginxServer nginx() throws IOException {
        NginxServer server = new NginxServer(Files.createDirectory(folder.resolve("server")));
        server.start();
        return server;
    }

    private static RecorderBuilder small(RecorderBuilder options) {
        return options.size(WIDTH_PX, HEIGHT_PX).bitRate(4_000_000);
    }

    private static int frames(Path received) {
        return DecodedVideo.of(received).info().packetTicks().size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtmps", "rtsp"})
    void shouldGiveUpAServerThatSaysNothing(String scheme) throws Exception {
        Path file = folder.resolve("stage.mp4");
        try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                LiveStage stage = new LiveStage(StageRecorder.builder(file)
                        .alsoTo(URI.create(scheme + "://127.0.0.1:" + silent.getLocalPort() + "/live/key")))) {
            stage.playUntil("it is told", () -> !stage.troubles().isEmpty());
            stage.end();
            assertEquals(1, stage.troubles().size(), stage.troubles().toString());
            assertEquals(stage.encoded(), stage.counts().framesLost());
            Arrived.requireAll(file, stage.taken());
        }
    }

    @Test
    void shouldEndWhileTheServerSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                LiveStage stage = new LiveStage(
                        StageRecorder.stream(URI.create("rtmp://127.0.0.1:" + silent.getLocalPort() + "/live/key")))) {
            stage.play(1);
            stage.end();
            assertEquals(
                    stage.encoded(), stage.counts().framesLost(), stage.counts().toString());
        }
    }

    @Test
    void shouldEndWhileItWaitsToConnectAgain() throws Exception {
        try (NginxServer server = nginx();
                LiveStage stage = new LiveStage(StageRecorder.stream(server.application(), "key"))) {
            stage.playUntil("it is connected", () -> stage.counts().connected());
            server.kill();
            stage.playUntil("it is interrupted", stage::isInterrupted);
            stage.play(0.2);
            stage.end();
            assertEquals(
                    stage.encoded(),
                    stage.counts().framesSent() + stage.counts().framesLost());
            assertEquals(0, stage.counts().reconnections());
        }
    }

    @Test
    void shouldReachAnAddressOfVersion6() throws Exception {
        InetAddress loopback = InetAddress.getByName("::1");
        assumeTrue(loopback.isReachable(1000), "this machine has no IPv6");
        try (NginxServer server = nginx();
                Relay relay = Relay.at(loopback, server.port);
                LiveStage stage = new LiveStage(
                        StageRecorder.stream(URI.create("rtmp://[::1]:" + relay.port() + "/live/k3y?token=a%2Bb")))) {
            stage.play(1);
            stage.end();
            assertEquals(stage.encoded(), stage.counts().framesSent(), stage.troubles() + " " + stage.counts());
            Arrived.requireTheEnd(server.received("flv").get(0), stage.taken());
        }
    }

    @Test
    void shouldSendTwoStreamsAtOnce() throws Exception {
        try (NginxServer server = nginx();
                NoisyStage stage = new NoisyStage(WIDTH_PX, HEIGHT_PX)) {
            List<StageRecorder> recorders = new ArrayList<>();
            for (String key : List.of("one", "two")) {
                recorders.add(small(StageRecorder.stream(server.application(), key))
                        .timing(Timing.FRAME_BY_FRAME)
                        .start());
            }
            for (int i = 0; i < FRAMES; i++) {
                stage.draw();
                recorders.forEach(recorder -> assertEquals(CaptureResult.TAKEN, recorder.capture()));
            }
            recorders.forEach(StageRecorder::close);
            recorders.forEach(
                    recorder -> assertEquals(FRAMES, recorder.stats().stream().framesSent()));
            assertEquals(
                    List.of(FRAMES, FRAMES),
                    server.received("flv").stream()
                            .map(DifficultServersTest::frames)
                            .toList());
        }
    }

    @Test
    void shouldSendAllOfAFileWhoseDiskIsFull() throws Exception {
        Path mount = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = SmallDisk.of(1 << 20, mount);
                NginxServer server = nginx();
                NoisyStage stage = new NoisyStage(WIDTH_PX, HEIGHT_PX)) {
            Path file = disk.folder().resolve("stage.mp4");
            StageRecorder recorder = small(StageRecorder.builder(file).alsoTo(server.application(), "key"))
                    .timing(Timing.FRAME_BY_FRAME)
                    .start();
            CaptureResult last = CaptureResult.TAKEN;
            for (int i = 0; i < MOST_FRAMES && last == CaptureResult.TAKEN; i++) {
                stage.draw();
                last = recorder.capture();
            }
            assertEquals(CaptureResult.FAILED, last);
            Outcome outcome = recorder.finish().join();
            assertEquals(Outcome.Status.TRUNCATED, outcome.status());
            long sent = recorder.stats().stream().framesSent();
            assertEquals(0, recorder.stats().stream().framesLost());
            assertTrue(sent >= frames(file), sent + " frames sent, of " + frames(file));
            assertEquals(sent, frames(server.received("flv").get(0)));
        }
    }
}
