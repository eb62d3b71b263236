package io.github.stagerecorder.streaming;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** GStreamer's RTSP server, which lets clients RECORD and writes each stream into an MPEG-TS file. */
final class RtspServer extends StreamServer {
    private static final String PROGRAM = """
            import sys
            import gi
            gi.require_version('Gst', '1.0')
            gi.require_version('GstRtspServer', '1.0')
            from gi.repository import Gst, GLib, GstRtspServer

            port, file, sound = sys.argv[1], sys.argv[2], sys.argv[3] == 'sound'
            Gst.init(None)
            # rtspclientsink announces the track that it was given last first
            description = ('( rtph264depay name=' + ('depay1' if sound else 'depay0') + ' ! h264parse ! queue ! mpegtsmux name=mux'
                           ' ! filesink buffer-mode=unbuffered async=false sync=false location=' + file)
            if sound:
                description += ' rtpmp4adepay name=depay0 ! aacparse ! queue ! mux.'
            factory = GstRtspServer.RTSPMediaFactory()
            factory.set_transport_mode(GstRtspServer.RTSPTransportMode.RECORD)
            factory.set_latency(200)
            factory.set_launch(description + ' )')
            server = GstRtspServer.RTSPServer()
            server.set_address('127.0.0.1')
            server.set_service(port)
            server.get_mount_points().add_factory('/live', factory)
            server.attach(None)
            print('ready', flush=True)
            GLib.MainLoop().run()
            """;

    private final boolean hasSound;
    private int starts;

    RtspServer(Path folder, boolean hasSound) {
        super(folder);
        this.hasSound = hasSound;
    }

    URI address() {
        return URI.create("rtsp://127.0.0.1:" + port + "/live");
    }

    @Override
    List<String> command(int start) throws IOException {
        Path program = folder.resolve("server.py");
        Files.writeString(program, PROGRAM);
        starts = start + 1;
        Path file = folder.resolve("received-" + start + ".ts");
        return List.of(
                "/usr/bin/python3",
                program.toString(),
                String.valueOf(port),
                file.toString(),
                hasSound ? "sound" : "picture");
    }

    @Override
    boolean isReady() {
        try {
            return Files.readString(folder.resolve("server-" + starts + ".log")).contains("ready");
        } catch (IOException e) {
            return false;
        }
    }
}
