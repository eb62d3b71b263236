package io.github.stagerecorder.gstreamer;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows the command that installs GStreamer's packages on each system. Packages are given by Debian's names. Those of
 * Debian were tried. All others are untried, which the text says: they are what the distributions' indexes list. Fedora
 * itself has no x264, which its package for "ugly" in RPM Fusion has.
 */
enum PackageManager {
    APT("Debian: apt-get install", "debian ubuntu", "gstreamer1.0-plugins-", Map.of()),
    DNF(
            "Fedora with RPM Fusion, untried: dnf install",
            "fedora rhel centos",
            "gstreamer1-plugins-",
            Map.of(
                    "gstreamer1.0-plugins-bad", "gstreamer1-plugins-bad-free",
                    "gstreamer1.0-libav", "gstreamer1-plugin-libav",
                    "gstreamer1.0-vaapi", "gstreamer1-vaapi",
                    "gstreamer1.0-rtsp", "gstreamer1-rtsp-server-devel")),
    PACMAN(
            "Arch, untried: pacman -S",
            "arch manjaro",
            "gst-plugins-",
            Map.of(
                    "gstreamer1.0-libav", "gst-libav",
                    "gstreamer1.0-vaapi", "gstreamer-vaapi",
                    "gstreamer1.0-rtsp", "gst-rtsp-server")),
    ZYPPER(
            "openSUSE, untried: zypper install",
            "suse opensuse sles",
            "gstreamer-plugins-",
            Map.of(
                    "gstreamer1.0-libav", "gstreamer-plugins-libav",
                    "gstreamer1.0-vaapi", "gstreamer-plugins-vaapi",
                    "gstreamer1.0-rtsp", "gstreamer-rtsp-server-devel")),
    APK(
            "Alpine, untried: apk add",
            "alpine",
            "gst-plugins-",
            Map.of(
                    "gstreamer1.0-libav", "gst-libav",
                    "gstreamer1.0-vaapi", "gst-vaapi",
                    "gstreamer1.0-rtsp", "gst-rtsp-server")),
    /** Another distribution of Linux. No command of it is known. */
    UNKNOWN("what Debian calls", "", "gstreamer1.0-plugins-", Map.of()),
    /** One package has all plugins. */
    BREW("macOS, untried: brew install gstreamer, or the installer of", "", "", Map.of()),
    WINGET("Windows, untried: winget install gstreamerproject.gstreamer, or the installer of", "", "", Map.of());

    private static final String PAGE = "https://gstreamer.freedesktop.org/download/";
    private static final String DEBIAN_PLUGINS = "gstreamer1.0-plugins-";
    /** Debian has packages of their own for these plugins, which are in "base" elsewhere. */
    private static final Set<String> SPLIT_OFF = Set.of("gstreamer1.0-alsa", "gstreamer1.0-x", "gstreamer1.0-gl");

    private static final List<String> ALL = List.of(
            "gstreamer1.0-plugins-base",
            "gstreamer1.0-plugins-good",
            "gstreamer1.0-plugins-ugly",
            "gstreamer1.0-libav");
    private static final String PAGE_FOR_LINUX =
            "https://gstreamer.freedesktop.org/documentation/installing/on-linux.html";
    /** The second one stands for the first where that is missing. */
    private static final List<Path> OS_RELEASE = List.of(Path.of("/etc/os-release"), Path.of("/usr/lib/os-release"));

    private final String command;
    private final Set<String> distributions;
    private final String plugins;
    private final Map<String, String> otherNames;

    PackageManager(String command, String distributions, String plugins, Map<String, String> otherNames) {
        this.command = command;
        this.distributions = Set.of(distributions.split(" "));
        this.plugins = plugins;
        this.otherNames = otherNames;
    }

    /** Returns that of this system. */
    static PackageManager ofThisSystem() {
        if (Platform.isWindows()) {
            return WINGET;
        }
        return Platform.isMac() ? BREW : ofDistribution(firstOf(OS_RELEASE));
    }

    /** Returns the lines of the first file that can be read. The keys and names that count in them are ASCII. */
    static List<String> firstOf(List<Path> files) {
        for (Path file : files) {
            try {
                return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                // the next one may be there
            }
        }
        return List.of();
    }

    /** @param osRelease the lines of {@code /etc/os-release}: the distribution and those that it is like */
    static PackageManager ofDistribution(List<String> osRelease) {
        for (String key : List.of("ID=", "ID_LIKE=")) {
            Set<String> names = osRelease.stream()
                    .filter(line -> line.startsWith(key))
                    .flatMap(line -> Arrays.stream(
                            line.substring(key.length()).replaceAll("[\"']", "").split("[ -]")))
                    .collect(Collectors.toSet());
            for (PackageManager manager : values()) {
                if (manager.distributions.stream().anyMatch(names::contains)) {
                    return manager;
                }
            }
        }
        return UNKNOWN;
    }

    /** Returns the command that installs a package, such as "Arch, untried: pacman -S gst-libav". */
    String install(String debianPackage) {
        return install(List.of(debianPackage));
    }

    /** Returns the command that installs GStreamer and its usual plugins. */
    String installAll() {
        return install(ALL);
    }

    private String install(List<String> debianPackages) {
        if (plugins.isEmpty()) {
            return command + " " + PAGE;
        }
        String names = debianPackages.stream().map(this::name).collect(Collectors.joining(" "));
        return command + " " + names + (this == UNKNOWN ? ", see " + PAGE_FOR_LINUX : "");
    }

    private String name(String debianPackage) {
        if (this == APT || this == UNKNOWN) {
            return debianPackage;
        }
        return SPLIT_OFF.contains(debianPackage)
                ? plugins + "base"
                : otherNames.getOrDefault(debianPackage, debianPackage.replace(DEBIAN_PLUGINS, plugins));
    }
}
