package io.github.stagerecorder.streaming;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx with its RTMP module, which records each connection into an FLV file. */
final class NginxServer extends StreamServer {
    NginxServer(Path folder) {
        super(folder);
    }

    URI application() {
        return URI.create("rtmp://127.0.0.1:" + port + "/live");
    }

    @Override
    List<String> command(int start) throws IOException {
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(
                configuration,
                String.join(
                        "\n",
                        "load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;",
                        "daemon off; master_process off;",
                        "pid " + folder + "/nginx.pid; error_log " + folder + "/nginx.log info;",
                        "events { worker_connections 64; }",
                        "rtmp { max_message 8M; server { listen 127.0.0.1:" + port + ";",
                        "application live { live on; record all; record_path " + folder + "; record_unique on; }",
                        "} }"));
        return List.of("/usr/sbin/nginx", "-p", folder.toString(), "-c", configuration.toString());
    }

    @Override
    boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
