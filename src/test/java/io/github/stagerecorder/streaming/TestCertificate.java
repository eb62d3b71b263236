package io.github.stagerecorder.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that a server has made for itself. */
final class TestCertificate {
    private static final String PASSWORD = "changeit";
    private static final String MAKE = "-genkeypair -keyalg RSA -alias server -dname CN=server -storetype PKCS12";

    private final Path folder;
    private final KeyStore store;

    /** @param name whom it is for, as in {@code ip:127.0.0.1} */
    TestCertificate(Path folder, String name) throws Exception {
        this.folder = folder;
        store = KeyStore.getInstance("PKCS12");
        Path file = folder.resolve("server.p12");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(MAKE.split(" ")));
        command.addAll(List.of("-ext", "san=" + name, "-storepass", PASSWORD, "-keystore", file.toString()));
        assertEquals(
                0,
                new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue());
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
    }

    SSLContext context() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Has this process trust it, as if the system did, until {@link #distrust}. */
    void trust() throws Exception {
        Path file = folder.resolve("server.pem");
        String base64 = Base64.getMimeEncoder()
                .encodeToString(store.getCertificate("server").getEncoded());
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
        Pointer trusted = (Pointer) gio("g_tls_file_database_new", Pointer.class, file.toString(), null);
        assertNotNull(trusted);
        setTrusted(trusted);
    }

    static void distrust() {
        setTrusted(null);
    }

    private static void setTrusted(Pointer database) {
        Object backend = gio("g_tls_backend_get_default", Pointer.class);
        gio("g_tls_backend_set_default_database", Void.class, backend, database);
    }

    private static Object gio(String function, Class<?> result, Object... arguments) {
        return NativeLibrary.getInstance("libgio-2.0.so.0")
                .getFunction(function)
                .invoke(result, arguments);
    }
}
