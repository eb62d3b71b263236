package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.StageRecorder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams over TLS, which a server in front of nginx and of the RTSP server speaks. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = StreamServer.DEBIANS)
class SecureStreamTest {
    @TempDir
    Path folder;

    private StreamServer server;

    @AfterEach
    void end() {
        TestCertificate.distrust();
        server.close();
    }

    private void start(String scheme) throws Exception {
        Path received = Files.createDirectory(folder.resolve("server"));
        server = scheme.equals("rtmps") ? new NginxServer(received) : new RtspServer(received, false);
        server.start();
    }

    private static URI address(String scheme, Relay relay) {
        return URI.create(scheme + "://127.0.0.1:" + relay.port() + "/live" + (scheme.equals("rtmps") ? "/k3y" : ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtmps", "rtsps"})
    void shouldSendToAServerThatTheSystemTrusts(String scheme) throws Exception {
        start(scheme);
        TestCertificate certificate = new TestCertificate(folder, "ip:127.0.0.1");
        certificate.trust();
        try (Relay relay = Relay.secure(server.port, certificate);
                LiveStage stage = new LiveStage(StageRecorder.stream(address(scheme, relay)))) {
            stage.playUntil("it is connected", () -> stage.counts().connected());
            stage.play(1);
            stage.end();
            assertEquals(0, stage.counts().framesLost(), stage.counts().toString());
            Arrived.requireTheEnd(server.received("flv").get(0), stage.taken());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtmps", "rtsps"})
    void shouldTellThatTheSystemDoesNotTrustTheServer(String scheme) throws Exception {
        start(scheme);
        requireUntrusted(scheme, new TestCertificate(folder, "ip:127.0.0.1"));
    }

    @Test
    void shouldTellThatTheCertificateIsForAnotherServer() throws Exception {
        start("rtmps");
        TestCertificate certificate = new TestCertificate(folder, "dns:elsewhere.example.com");
        certificate.trust();
        requireUntrusted("rtmps", certificate);
    }

    private void requireUntrusted(String scheme, TestCertificate certificate) throws Exception {
        try (Relay relay = Relay.secure(server.port, certificate);
                LiveStage stage = new LiveStage(StageRecorder.stream(address(scheme, relay)))) {
            stage.playUntil("it is told", () -> !stage.troubles().isEmpty());
            String told = stage.troubles().get(0);
            assertTrue(told.contains("ertificate"), told);
            assertTrue(!told.contains("k3y"), told);
        }
    }
}
