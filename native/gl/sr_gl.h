/* Holds the GL entry points that we use, and what their context can do: see sr_context.h.
 *
 * GetProcAddress also returns functions for unknown names, so the version and the extensions decide which functions may
 * be called.
 */
#ifndef SR_GL_H
#define SR_GL_H

#include "sr_gl_textures.h"
#include "sr_marker.h"
#include "sr_window.h"

#include <stdbool.h>
#include <stdint.h>

typedef unsigned int sr_glenum;

enum { SR_OBSTACLE_BYTES = 80 };

/* Selects the framebuffer to read: see sr_selection.h. */
typedef enum sr_selection_kind {
    SR_SELECT_READ = 0,
    SR_SELECT_DRAW = 1,
    SR_SELECT_WINDOW = 2,
    SR_SELECT_NAMED = 3,
} sr_selection_kind;

typedef struct sr_selection {
    sr_selection_kind kind;
    unsigned int name; /* for SR_SELECT_NAMED */
} sr_selection;

typedef struct sr_gl {
    sr_window window;
    void *context;                    /* the handle of the context that was current when this was resolved */
    sr_marker marker;                 /* of that context */
    char obstacle[SR_OBSTACLE_BYTES]; /* why the context cannot be used; empty if it can */
    sr_selection selection;
    bool es;
    int major, minor;
    bool pack_layout;      /* ROW_LENGTH, SKIP_ROWS, SKIP_PIXELS exist (not in GLES 2) */
    bool pack_order;       /* SWAP_BYTES, LSB_FIRST exist (desktop GL) */
    bool pack_buffer;      /* PIXEL_PACK_BUFFER exists */
    bool pack_invert;      /* PACK_INVERT_MESA exists */
    bool compatibility;    /* functions that OpenGL 3.1 removed still exist, such as glPixelTransfer */
    bool read_bgra;        /* glReadPixels supports BGRA */
    bool framebuffers;     /* framebuffer objects exist */
    bool read_framebuffer; /* READ_FRAMEBUFFER is a separate target; blits and format queries exist */
    bool read_buffer;      /* glReadBuffer's state can be queried */
    bool sync;             /* fences exist */
    bool buffer_storage;   /* buffers can stay mapped while the GPU writes into them */
    bool pinned_memory;    /* a buffer can use our own memory (AMD_pinned_memory) */

    const unsigned char *(*get_string)(sr_glenum);
    void (*get_integerv)(sr_glenum, int *);
    const unsigned char *(*get_string_i)(sr_glenum, unsigned int); /* 3.0, GLES 3 */
    void (*pixel_storei)(sr_glenum, int);
    void (*read_pixels)(int, int, int, int, sr_glenum, sr_glenum, void *);
    void (*get_float_v)(sr_glenum, float *);
    unsigned char (*is_texture)(unsigned int);
    void (*bind_texture)(sr_glenum, unsigned int);
    void (*delete_textures)(int, const unsigned int *);
    /* Call these only if the flags above and the version allow it. */
    void (*bind_buffer)(sr_glenum, unsigned int);
    unsigned char (*is_buffer)(unsigned int);
    void (*gen_buffers)(int, unsigned int *);
    void (*delete_buffers)(int, const unsigned int *);
    void (*buffer_data)(sr_glenum, intptr_t size_bytes, const void *, sr_glenum usage);
    void (*buffer_sub_data)(sr_glenum, intptr_t offset_bytes, intptr_t size_bytes, const void *);
    void (*get_buffer_iv)(sr_glenum, sr_glenum, int *);
    void (*get_buffer_pointer_v)(sr_glenum, sr_glenum, void **);
    void (*buffer_storage_data)(sr_glenum, intptr_t size_bytes, const void *, unsigned int flags);
    void *(*map_buffer)(sr_glenum, sr_glenum access); /* desktop GL */
    void *(*map_buffer_range)(sr_glenum, intptr_t offset_bytes, intptr_t size_bytes, unsigned int access);
    unsigned char (*unmap_buffer)(sr_glenum);
    void *(*fence_sync)(sr_glenum condition, unsigned int flags);
    sr_glenum (*client_wait_sync)(void *fence, unsigned int flags, uint64_t timeout_ns);
    void (*delete_sync)(void *fence);
    void (*bind_framebuffer)(sr_glenum, unsigned int);
    unsigned char (*is_framebuffer)(unsigned int);
    void (*gen_framebuffers)(int, unsigned int *);
    void (*delete_framebuffers)(int, const unsigned int *);
    void (*select_read_buffer)(sr_glenum);
    sr_glenum (*check_framebuffer_status)(sr_glenum);
    void (*get_attachment_iv)(sr_glenum, sr_glenum, sr_glenum, int *);
    unsigned char (*is_renderbuffer)(unsigned int);
    void (*bind_renderbuffer)(sr_glenum, unsigned int);
    void (*get_renderbuffer_iv)(sr_glenum, sr_glenum, int *);
    void (*pixel_transfer_f)(sr_glenum, float);
    sr_gl_textures textures;
} sr_gl;

bool sr_gl_at_least(const sr_gl *gl, int major, int minor);
/* Returns whether the context tells its extensions, which one that is lost does not. */
bool sr_gl_tells_extensions(const sr_gl *gl);
bool sr_gl_has_extension(const sr_gl *gl, const char *name);
/* Sets the function pointer at `function`, even for names that the driver does not know: check the version first. */
void sr_gl_load(const sr_gl *gl, const char *name, void *function);
int sr_gl_get(const sr_gl *gl, sr_glenum name);

#endif
