package io.github.stagerecorder.jni;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The places of each system, also of those that do not run here. */
class PlacesTest {
    @Test
    void shouldFollowTheSpecificationOfCachesOnLinux() {
        Map<String, String> properties = Map.of("user.home", "/home/u", "java.io.tmpdir", "/tmp");
        assertEquals(
                List.of("/var/u/stagerecorder", "/tmp"),
                folders("linux-x86_64", properties, Map.of("XDG_CACHE_HOME", "/var/u")));
        assertEquals(
                List.of("/home/u/.cache/stagerecorder", "/tmp"),
                folders("linux-arm64", properties, Map.of("XDG_CACHE_HOME", "relative")));
    }

    @Test
    void shouldUseTheCachesOfMacOs() {
        Map<String, String> properties = Map.of("user.home", "/Users/u", "java.io.tmpdir", "/var/folders/x/T/");
        assertEquals(
                List.of("/Users/u/Library/Caches/stagerecorder", "/var/folders/x/T/"),
                folders("macosx-arm64", properties, Map.of("XDG_CACHE_HOME", "/ignored")));
    }

    @Test
    void shouldUseTheLocalFolderOfWindows() {
        Map<String, String> properties = Map.of("user.home", "C:\\Users\\u", "java.io.tmpdir", "C:\\T\\");
        assertEquals(
                List.of("D:\\local\\stagerecorder", "C:\\T\\"),
                folders("windows-x86_64", properties, Map.of("LOCALAPPDATA", "D:\\local")));
        assertEquals(
                List.of("C:\\Users\\u\\AppData\\Local\\stagerecorder", "C:\\T\\"),
                folders("windows-x86_64", properties, Map.of()));
    }

    @Test
    void shouldTryTheFolderOfThePropertyFirst() {
        Map<String, String> properties =
                Map.of("stagerecorder.native.folder", "/opt/s", "user.home", "/home/u", "java.io.tmpdir", "/tmp");
        assertEquals(
                List.of("/opt/s", "/home/u/.cache/stagerecorder", "/tmp"),
                folders("linux-x86_64", properties, Map.of()));
    }

    @Test
    void shouldTakeAnEmptyPropertyForNone() {
        Map<String, String> properties = Map.of("stagerecorder.native.folder", "", "user.home", "/home/u");
        assertEquals(List.of("/home/u/.cache/stagerecorder"), folders("linux-x86_64", properties, Map.of()));
    }

    @Test
    void shouldDoWithoutAnyOfTheProperties() {
        assertEquals(List.of("null/.cache/stagerecorder"), folders("linux-x86_64", Map.of(), Map.of()));
    }

    private static List<String> folders(
            String platform, Map<String, String> properties, Map<String, String> variables) {
        return new Places(properties::get, variables::get)
                .on(platform).stream().map(Place::folder).toList();
    }
}
