/* The window system of Windows: a context of the application's own, on a window of a known size. */
#include "check.h"
#include "sr_context.h"
#include "sr_framebuffer.h"
#include "sr_gl.h"

#include <stdlib.h>
#include <windows.h>

#include <GL/gl.h>

enum { WIDTH_PX = 123, HEIGHT_PX = 45 };

static HDC device_context;
static HGLRC context;

static void require(bool condition, const char *what) {
    if (condition)
        return;
    fprintf(stderr, "This test needs %s; the system says %lu.\n", what, GetLastError());
    exit(2);
}

/* A popup window has no frame: its drawing area is all of it. */
static void open_window(void) {
    const PIXELFORMATDESCRIPTOR wanted = {.nSize = sizeof wanted,
                                          .nVersion = 1,
                                          .dwFlags = PFD_DRAW_TO_WINDOW | PFD_SUPPORT_OPENGL | PFD_DOUBLEBUFFER,
                                          .iPixelType = PFD_TYPE_RGBA,
                                          .cColorBits = 24};
    HWND window = CreateWindowExA(0, "STATIC", "", WS_POPUP, 0, 0, WIDTH_PX, HEIGHT_PX, NULL, NULL, NULL, NULL);
    require(window != NULL, "a window");
    device_context = GetDC(window);
    int format = ChoosePixelFormat(device_context, &wanted);
    require(format != 0 && SetPixelFormat(device_context, format, &wanted), "a pixel format for OpenGL");
    context = wglCreateContext(device_context);
    require(context != NULL, "an OpenGL context");
}

static void should_find_no_context_when_none_is_current(void) {
    sr_gl gl;
    CHECK(!sr_context_resolve(&gl));
    CHECK_SAME(gl.context, NULL);
}

static void should_know_the_context_that_is_current(void) {
    sr_gl gl;
    require(wglMakeCurrent(device_context, context), "a current context");
    CHECK(sr_context_resolve(&gl));
    CHECK_SAME(gl.context, context);
    CHECK(sr_context_is_current(&gl));
    wglMakeCurrent(NULL, NULL);
    CHECK(!sr_context_is_current(&gl));
    wglMakeCurrent(device_context, context);
    sr_context_release(&gl);
    CHECK_EQUAL(glGetError(), GL_NO_ERROR);
}

static void should_find_old_functions_and_new_ones(void) {
    sr_window window;
    CHECK(sr_window_find_current(&window));
    CHECK(window.proc_address("glReadPixels") != NULL);      /* opengl32 exports it */
    CHECK(window.proc_address("glBindFramebuffer") != NULL); /* the driver has it */
    CHECK_SAME(window.proc_address("glNobodyHasThis"), NULL);
}

static void should_know_the_surface_that_is_current(void) {
    sr_window window;
    CHECK(sr_window_find_current(&window));
    CHECK_EQUAL(window.surface(&window, true), (uintptr_t)device_context);
    CHECK_EQUAL(window.surface(&window, false), (uintptr_t)device_context);
}

static void should_read_what_was_drawn_at_the_size_of_the_window(void) {
    unsigned char pixel[4] = {0};
    sr_framebuffer framebuffer;
    sr_gl gl;
    CHECK(sr_context_resolve(&gl));
    sr_framebuffer_inspect(&gl, &framebuffer);
    CHECK_EQUAL(framebuffer.width_px, WIDTH_PX);
    CHECK_EQUAL(framebuffer.height_px, HEIGHT_PX);
    glClearColor(1.0F, 0.0F, 1.0F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    gl.read_pixels(WIDTH_PX / 2, HEIGHT_PX / 2, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, pixel);
    CHECK_EQUAL(pixel[0] << 16 | pixel[1] << 8 | pixel[2], 0xFF00FF);
    sr_context_release(&gl);
}

int main(void) {
    open_window();
    RUN(should_find_no_context_when_none_is_current);
    RUN(should_know_the_context_that_is_current);
    RUN(should_find_old_functions_and_new_ones);
    RUN(should_know_the_surface_that_is_current);
    RUN(should_read_what_was_drawn_at_the_size_of_the_window);
    return check_report();
}
