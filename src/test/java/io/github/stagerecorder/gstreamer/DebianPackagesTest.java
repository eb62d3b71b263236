package io.github.stagerecorder.gstreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.StageRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.Registry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packages that messages name, beside those of this machine. */
class DebianPackagesTest {
    private static final Path DPKG_FILES = Path.of("/var/lib/dpkg/info");

    @BeforeAll
    static void openGStreamer() {
        assertTrue(StageRecorder.isAvailable());
    }

    @Test
    void shouldKnowThePackageOfEachElementThatIsInstalled() throws IOException {
        assumeTrue(Files.isDirectory(DPKG_FILES), "this is no Debian");
        Map<String, String> packages = packagesOfPlugins();
        Map<String, String> wrong = new TreeMap<>();
        for (String element : DebianPackages.elements()) {
            String actual = DebianPackages.isThere(element) ? packages.get(pluginFile(element)) : null;
            if (actual != null
                    && !actual.equals(DebianPackages.packageOf(element).orElseThrow())) {
                wrong.put(element, actual);
            }
        }
        assertEquals(Map.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"avenc_none", "videoconvert", "unheardof"})
    void shouldNotNameAPackageThatIsInstalledOrUnknown(String element) {
        assertEquals("", DebianPackages.hint(element));
    }

    private static String pluginFile(String element) {
        String plugin = ElementFactory.find(element).getPluginName();
        return Path.of(Registry.get().findPlugin(plugin).getFilename())
                .getFileName()
                .toString();
    }

    /** Returns the package of each plugin's file name. */
    private static Map<String, String> packagesOfPlugins() throws IOException {
        Map<String, String> packages = new TreeMap<>();
        try (Stream<Path> lists = Files.list(DPKG_FILES)) {
            for (Path list : lists.filter(file -> file.toString().matches(".*/gstreamer1\\.0-[^/]*\\.list"))
                    .toList()) {
                String name = list.getFileName().toString().replaceFirst("(:\\w+)?\\.list$", "");
                Files.readAllLines(list).stream()
                        .filter(line -> line.endsWith(".so"))
                        .forEach(
                                line -> packages.put(Path.of(line).getFileName().toString(), name));
            }
        }
        return packages;
    }
}
