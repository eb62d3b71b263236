/* Resolves the GL entry points that make a picture of our own: framebuffers, blits, textures, shaders. Requires GL 3.0,
 * GL 2.1 with ARB_framebuffer_object, or GLES 3.0.
 */
#ifndef SR_GL_DRAW_H
#define SR_GL_DRAW_H

#include "sr_gl.h"

typedef struct sr_gl_draw {
    const sr_gl *gl;
    bool srgb_switch;     /* FRAMEBUFFER_SRGB can be switched; elsewhere it is always on */
    bool viewport_array;  /* each index has its own viewport and scissor test */
    bool buffer_array;    /* each draw buffer has its own blending and colour mask */
    bool sampler_objects; /* a sampler bound to a unit overrides the texture's state */
    bool feedback_pause;  /* transform feedback can be paused */
    bool unpack_buffer;   /* PIXEL_UNPACK_BUFFER exists */
    /* Targets of queries that exist. */
    bool any_samples_query;
    bool conservative_query;
    bool primitives_query;
    bool statistics_query;

    void (*enable)(sr_glenum);
    void (*disable)(sr_glenum);
    unsigned char (*is_enabled)(sr_glenum);
    void (*framebuffer_texture_2d)(sr_glenum, sr_glenum, sr_glenum, unsigned int, int);
    void (*blit_framebuffer)(int, int, int, int, int, int, int, int, unsigned int, sr_glenum);
    void (*gen_textures)(int, unsigned int *);
    void (*tex_image_2d)(sr_glenum, int, int, int, int, int, sr_glenum, sr_glenum, const void *);
    void (*tex_sub_image_2d)(sr_glenum, int, int, int, int, int, sr_glenum, sr_glenum, const void *);
    void (*tex_parameter_i)(sr_glenum, sr_glenum, int);
    void (*tex_parameter_f)(sr_glenum, sr_glenum, float);
    void (*get_tex_parameter_fv)(sr_glenum, sr_glenum, float *);
    void (*active_texture)(sr_glenum);
    void (*viewport)(int, int, int, int);
    void (*color_mask)(unsigned char, unsigned char, unsigned char, unsigned char);
    void (*get_boolean_v)(sr_glenum, unsigned char *);
    void (*polygon_mode)(sr_glenum, sr_glenum); /* desktop GL */
    void (*get_query_iv)(sr_glenum, sr_glenum, int *);
    /* Call these only if the flags above allow it. */
    void (*enable_i)(sr_glenum, unsigned int);
    void (*disable_i)(sr_glenum, unsigned int);
    unsigned char (*is_enabled_i)(sr_glenum, unsigned int);
    void (*color_mask_i)(unsigned int, unsigned char, unsigned char, unsigned char, unsigned char);
    void (*get_boolean_i_v)(sr_glenum, unsigned int, unsigned char *);
    void (*viewport_indexed_f)(unsigned int, float, float, float, float);
    void (*get_float_i_v)(sr_glenum, unsigned int, float *);
    void (*bind_sampler)(unsigned int, unsigned int);
    unsigned char (*is_sampler)(unsigned int);
    void (*pause_feedback)(void);
    void (*resume_feedback)(void);
    unsigned int (*create_shader)(sr_glenum);
    void (*shader_source)(unsigned int, int, const char *const *, const int *);
    void (*compile_shader)(unsigned int);
    void (*delete_shader)(unsigned int);
    unsigned int (*create_program)(void);
    void (*attach_shader)(unsigned int, unsigned int);
    void (*link_program)(unsigned int);
    void (*get_program_iv)(unsigned int, sr_glenum, int *);
    void (*delete_program)(unsigned int);
    void (*use_program)(unsigned int);
    int (*get_uniform_location)(unsigned int, const char *);
    void (*uniform_2i)(int, int, int);
    void (*gen_vertex_arrays)(int, unsigned int *);
    void (*bind_vertex_array)(unsigned int);
    void (*delete_vertex_arrays)(int, const unsigned int *);
    void (*draw_arrays)(sr_glenum, int, int);
} sr_gl_draw;

/* Resolves the entry points. Returns false if this context has no blits. */
bool sr_gl_draw_resolve(sr_gl_draw *draw, const sr_gl *gl);

#endif
