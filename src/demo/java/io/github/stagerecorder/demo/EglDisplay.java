package io.github.stagerecorder.demo;

import static org.lwjgl.egl.EGL10.EGL_EXTENSIONS;
import static org.lwjgl.egl.EGL10.EGL_NO_DISPLAY;
import static org.lwjgl.egl.EGL10.eglInitialize;
import static org.lwjgl.egl.EGL10.eglQueryString;
import static org.lwjgl.egl.EGL14.EGL_DEFAULT_DISPLAY;
import static org.lwjgl.egl.EXTDeviceEnumeration.eglQueryDevicesEXT;
import static org.lwjgl.egl.EXTDeviceQuery.eglQueryDeviceStringEXT;
import static org.lwjgl.egl.EXTPlatformDevice.EGL_PLATFORM_DEVICE_EXT;

import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGLCapabilities;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/**
 * A display for drawing without a screen: the first graphics card that EGL reports, otherwise Mesa's software renderer.
 * The process has only one such display, and it is never terminated: that would destroy every context of it.
 */
final class EglDisplay {
    /** A constant of EGL_MESA_platform_surfaceless, which LWJGL does not define. */
    private static final int EGL_PLATFORM_SURFACELESS_MESA = 0x31DD;

    private static final int MOST_DEVICES = 16;

    private EglDisplay() {}

    /** @throws IllegalStateException if EGL cannot draw without a display on this machine */
    static long open() {
        String extensions = String.valueOf(eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS));
        long device = firstCard(extensions);
        if (device != MemoryUtil.NULL && initialized(EGL_PLATFORM_DEVICE_EXT, device) != EGL_NO_DISPLAY) {
            return initialized(EGL_PLATFORM_DEVICE_EXT, device);
        }
        if (!extensions.contains("EGL_MESA_platform_surfaceless")) {
            throw new IllegalStateException("This EGL cannot draw without a display: it lacks "
                    + "EGL_MESA_platform_surfaceless (on Debian: libegl-mesa0). It offers: " + extensions);
        }
        long display = initialized(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY);
        if (display == EGL_NO_DISPLAY) {
            throw new IllegalStateException("EGL could not open a display without a screen");
        }
        return display;
    }

    private static long firstCard(String extensions) {
        if (!extensions.contains("EGL_EXT_device_enumeration") || !extensions.contains("EGL_EXT_device_query")) {
            return MemoryUtil.NULL;
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer devices = stack.mallocPointer(MOST_DEVICES);
            int[] count = new int[1];
            eglQueryDevicesEXT(devices, count);
            for (int i = 0; i < count[0]; i++) {
                if (isCard(devices.get(i))) {
                    return devices.get(i);
                }
            }
            return MemoryUtil.NULL;
        }
    }

    private static boolean isCard(long device) {
        String extensions = String.valueOf(eglQueryDeviceStringEXT(device, EGL_EXTENSIONS));
        return !extensions.contains("EGL_MESA_device_software");
    }

    /** Calls the function by its address, because LWJGL's method rejects EGL_DEFAULT_DISPLAY, which is null. */
    private static long initialized(int platform, long nativeDisplay) {
        EGLCapabilities functions = EGL.getCapabilities();
        long getDisplay = functions.eglGetPlatformDisplay != MemoryUtil.NULL
                ? functions.eglGetPlatformDisplay
                : functions.eglGetPlatformDisplayEXT;
        long display = JNI.callPPP(platform, nativeDisplay, MemoryUtil.NULL, getDisplay);
        return display != EGL_NO_DISPLAY && eglInitialize(display, new int[1], new int[1]) ? display : EGL_NO_DISPLAY;
    }
}
