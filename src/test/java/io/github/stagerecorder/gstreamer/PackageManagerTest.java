package io.github.stagerecorder.gstreamer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PackageManagerTest {
    @ParameterizedTest
    @CsvSource({
        "ID=debian, '', APT",
        "ID=linuxmint, 'ID_LIKE=\"ubuntu debian\"', APT",
        "ID=raspbian, ID_LIKE=debian, APT",
        "ID=elementary, ID_LIKE=ubuntu, APT",
        "ID=fedora, '', DNF",
        "'ID=\"rocky\"', 'ID_LIKE=\"rhel centos fedora\"', DNF",
        "'ID=\"amzn\"', 'ID_LIKE=\"centos rhel fedora\"', DNF",
        "ID=arch, '', PACMAN",
        "ID=endeavouros, ID_LIKE=arch, PACMAN",
        "'ID=\"opensuse-tumbleweed\"', 'ID_LIKE=\"opensuse suse\"', ZYPPER",
        "'ID=\"sled\"', 'ID_LIKE=\"suse\"', ZYPPER",
        "ID=alpine, '', APK",
        "ID=postmarketos, ID_LIKE='alpine', APK",
        "ID=unheardof, '', UNKNOWN",
        "ID=gentoo, ID_LIKE=unheardof, UNKNOWN"
    })
    void shouldKnowTheDistribution(String id, String like, PackageManager expected) {
        assertEquals(expected, PackageManager.ofDistribution(List.of("NAME=\"Any\"", id, like)));
    }

    @Test
    void shouldNameNoCommandWhereTheDistributionIsUnknown(@TempDir Path folder) {
        List<String> none = PackageManager.firstOf(List.of(folder.resolve("none")));
        assertEquals(
                "what Debian calls gstreamer1.0-libav, see"
                        + " https://gstreamer.freedesktop.org/documentation/installing/on-linux.html",
                PackageManager.ofDistribution(none).install("gstreamer1.0-libav"));
    }

    /** As the specification of the file has it; names of distributions that are not UTF-8 harm nobody. */
    @Test
    void shouldReadTheSecondFileWhereTheFirstIsMissing(@TempDir Path folder) throws IOException {
        Path second = Files.write(folder.resolve("second"), "NAME=\"\u00e9\"\nID=arch\n".getBytes(ISO_8859_1));
        List<String> lines = PackageManager.firstOf(List.of(folder.resolve("first"), second));
        assertEquals(PackageManager.PACMAN, PackageManager.ofDistribution(lines));
    }

    @ParameterizedTest
    @EnumSource(names = {"DNF", "PACMAN", "ZYPPER", "APK"})
    void shouldNameNoPackageOfDebianElsewhere(PackageManager manager) {
        for (String name : DebianPackages.packages()) {
            assertFalse(manager.install(name).contains("gstreamer1.0-"), manager.install(name));
        }
    }

    @Test
    void shouldNamePackagesInTheWordsOfTheSystem() {
        assertEquals(
                "Debian: apt-get install gstreamer1.0-plugins-good",
                PackageManager.APT.install("gstreamer1.0-plugins-good"));
        assertEquals(
                "Fedora with RPM Fusion, untried: dnf install gstreamer1-plugins-base",
                PackageManager.DNF.install("gstreamer1.0-x"));
        assertEquals(
                "openSUSE, untried: zypper install gstreamer-rtsp-server-devel",
                PackageManager.ZYPPER.install("gstreamer1.0-rtsp"));
        assertEquals("Arch, untried: pacman -S gst-libav", PackageManager.PACMAN.install("gstreamer1.0-libav"));
        assertEquals(
                "Alpine, untried: apk add gst-plugins-base gst-plugins-good gst-plugins-ugly gst-libav",
                PackageManager.APK.installAll());
        assertTrue(PackageManager.WINGET.installAll().endsWith("https://gstreamer.freedesktop.org/download/"));
    }

    /** The packages that a refusal names exist, beside what this machine's index knows. */
    @Test
    void shouldNamePackagesThatAptKnows() throws IOException, InterruptedException {
        assumeTrue(OS.LINUX.isCurrentOs() && Files.exists(Path.of("/usr/bin/apt-cache")), "this is no Debian");
        String[] words = PackageManager.APT.installAll().split(" ");
        for (String name : Arrays.copyOfRange(words, 3, words.length)) {
            Process found = new ProcessBuilder("apt-cache", "policy", name).start();
            String told = new String(found.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, found.waitFor());
            assertTrue(told.startsWith(name + ":"), () -> name + ": " + told);
        }
    }
}
