package io.github.stagerecorder.streaming;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * GStreamer's RTSP server, which lets clients RECORD and writes each stream into an FLV file. It goes by the times that
 * it is told. By default it would go by those of arrival, which a busy machine distorts; and so it still does with what
 * comes later than its latency.
 */
final class RtspServer extends StreamServer {
    private static final String SOUND = " rtpmp4gdepay name=depay1 ! aacparse ! queue ! mux.";
    private static final String PROGRAM = """
            import sys
            import gi
            gi.require_version('Gst', '1.0')
            gi.require_version('GstRtspServer', '1.0')
            from gi.repository import Gst, GLib, GstRtspServer

            port, file, sound = sys.argv[1:4]
            Gst.init(None)
            description = ('( rtph264depay name=depay0 ! h264parse ! queue ! flvmux name=mux streamable=true'
                           ' ! filesink buffer-mode=unbuffered async=false sync=false location=' + file)
            factory = GstRtspServer.RTSPMediaFactory()
            factory.set_transport_mode(GstRtspServer.RTSPTransportMode.RECORD)
            factory.set_latency(2000 if sound else 200)
            factory.set_launch(description + sound + ' )')
            def added(_, __, element):
                if element.get_factory() and element.get_factory().get_name() == 'rtpbin':
                    element.set_property('buffer-mode', 0)
            def configure(_, media):
                media.get_element().get_parent().connect('deep-element-added', added)
            factory.connect('media-configure', configure)
            server = GstRtspServer.RTSPServer()
            server.set_address('127.0.0.1')
            server.set_service(port)
            server.get_mount_points().add_factory('/live', factory)
            server.attach(None)
            print('ready', flush=True)
            GLib.MainLoop().run()
            """;

    private final String sound;
    private int starts;

    RtspServer(Path folder, boolean hasSound) {
        super(folder);
        sound = hasSound ? SOUND : "";
    }

    URI address() {
        return URI.create("rtsp://127.0.0.1:" + port + "/live");
    }

    @Override
    List<String> command(int start) throws IOException {
        Path program = folder.resolve("server.py");
        Files.writeString(program, PROGRAM);
        starts = start + 1;
        Path file = folder.resolve("received-" + start + ".flv");
        return List.of("/usr/bin/python3", program.toString(), String.valueOf(port), file.toString(), sound);
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
