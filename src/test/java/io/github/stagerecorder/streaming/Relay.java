package io.github.stagerecorder.streaming;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** Passes on what is sent to one port to a server at another one, and back. */
final class Relay implements AutoCloseable {
    private static final int BLOCK_BYTES = 16 << 10;
    private static final int BACKLOG = 5;

    private final ServerSocket socket;
    private final int serverPort;
    private final long bytesPerSecond;

    private Relay(ServerSocket socket, int serverPort, long bytesPerSecond) {
        this.socket = socket;
        this.serverPort = serverPort;
        this.bytesPerSecond = bytesPerSecond;
        start(this::accept);
    }

    /** Listens at this address. */
    static Relay at(InetAddress address, int serverPort) throws IOException {
        return new Relay(new ServerSocket(0, BACKLOG, address), serverPort, Long.MAX_VALUE);
    }

    /** Takes so much a second, as a slow network does. */
    static Relay slow(int serverPort, long bytesPerSecond) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReceiveBufferSize(BLOCK_BYTES);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new Relay(socket, serverPort, bytesPerSecond);
    }

    /** Speaks TLS on its own side. */
    static Relay secure(int serverPort, TestCertificate certificate) throws Exception {
        ServerSocket socket = certificate
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        return new Relay(socket, serverPort, Long.MAX_VALUE);
    }

    int port() {
        return socket.getLocalPort();
    }

    private static void start(Runnable body) {
        Thread thread = new Thread(body, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                start(() -> serve(client));
            }
        } catch (IOException e) {
            // it is closed
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            start(() -> pass(server, client, Long.MAX_VALUE));
            pass(client, server, bytesPerSecond);
        } catch (IOException e) {
            // the client does not trust this side, or the server is gone
        }
    }

    private static void pass(Socket from, Socket to, long bytesPerSecond) {
        byte[] block = new byte[BLOCK_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                out.write(block, 0, read);
                LockSupport.parkNanos(read * 1_000_000_000L / bytesPerSecond);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // one of both has ended
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
