#include "sr_gl_draw.h"

#include <stdio.h>

static void load_framebuffers(const sr_gl *gl, sr_gl_draw *draw) {
    sr_gl_load(gl, "glEnable", &draw->enable);
    sr_gl_load(gl, "glDisable", &draw->disable);
    sr_gl_load(gl, "glIsEnabled", &draw->is_enabled);
    sr_gl_load(gl, "glFramebufferTexture2D", &draw->framebuffer_texture_2d);
    sr_gl_load(gl, "glBlitFramebuffer", &draw->blit_framebuffer);
}

static void load_textures(const sr_gl *gl, sr_gl_draw *draw) {
    sr_gl_load(gl, "glGenTextures", &draw->gen_textures);
    sr_gl_load(gl, "glTexImage2D", &draw->tex_image_2d);
    sr_gl_load(gl, "glTexSubImage2D", &draw->tex_sub_image_2d);
    sr_gl_load(gl, "glTexParameteri", &draw->tex_parameter_i);
    sr_gl_load(gl, "glTexParameterf", &draw->tex_parameter_f);
    sr_gl_load(gl, "glGetTexParameterfv", &draw->get_tex_parameter_fv);
    sr_gl_load(gl, "glActiveTexture", &draw->active_texture);
    sr_gl_load(gl, "glBindSampler", &draw->bind_sampler);
    sr_gl_load(gl, "glIsSampler", &draw->is_sampler);
}

static void load_drawing(const sr_gl *gl, sr_gl_draw *draw) {
    sr_gl_load(gl, "glViewport", &draw->viewport);
    sr_gl_load(gl, "glColorMask", &draw->color_mask);
    sr_gl_load(gl, "glGetBooleanv", &draw->get_boolean_v);
    sr_gl_load(gl, "glPolygonMode", &draw->polygon_mode);
    sr_gl_load(gl, "glGetQueryiv", &draw->get_query_iv);
    sr_gl_load(gl, "glPauseTransformFeedback", &draw->pause_feedback);
    sr_gl_load(gl, "glResumeTransformFeedback", &draw->resume_feedback);
    sr_gl_load(gl, "glDrawArrays", &draw->draw_arrays);
    sr_gl_load(gl, "glGenVertexArrays", &draw->gen_vertex_arrays);
    sr_gl_load(gl, "glBindVertexArray", &draw->bind_vertex_array);
    sr_gl_load(gl, "glDeleteVertexArrays", &draw->delete_vertex_arrays);
}

static void load_shaders(const sr_gl *gl, sr_gl_draw *draw) {
    sr_gl_load(gl, "glCreateShader", &draw->create_shader);
    sr_gl_load(gl, "glShaderSource", &draw->shader_source);
    sr_gl_load(gl, "glCompileShader", &draw->compile_shader);
    sr_gl_load(gl, "glDeleteShader", &draw->delete_shader);
    sr_gl_load(gl, "glCreateProgram", &draw->create_program);
    sr_gl_load(gl, "glAttachShader", &draw->attach_shader);
    sr_gl_load(gl, "glLinkProgram", &draw->link_program);
    sr_gl_load(gl, "glGetProgramiv", &draw->get_program_iv);
    sr_gl_load(gl, "glDeleteProgram", &draw->delete_program);
    sr_gl_load(gl, "glUseProgram", &draw->use_program);
    sr_gl_load(gl, "glGetUniformLocation", &draw->get_uniform_location);
    sr_gl_load(gl, "glUniform2i", &draw->uniform_2i);
}

/* GLES has these first as extensions, whose functions have their suffix. */
static void load_suffixed(const sr_gl *gl, const char *name, const char *suffix, void *function) {
    char full[64];
    snprintf(full, sizeof full, "%s%s", name, suffix);
    sr_gl_load(gl, full, function);
}

static void load_buffer_array(const sr_gl *gl, sr_gl_draw *draw, const char *suffix) {
    draw->buffer_array = true;
    load_suffixed(gl, "glEnablei", suffix, &draw->enable_i);
    load_suffixed(gl, "glDisablei", suffix, &draw->disable_i);
    load_suffixed(gl, "glIsEnabledi", suffix, &draw->is_enabled_i);
    load_suffixed(gl, "glColorMaski", suffix, &draw->color_mask_i);
    sr_gl_load(gl, "glGetBooleani_v", &draw->get_boolean_i_v);
}

static void find_buffer_array(const sr_gl *gl, sr_gl_draw *draw) {
    if (gl->es ? sr_gl_at_least(gl, 3, 2) : gl->major >= 3)
        load_buffer_array(gl, draw, "");
    else if (gl->es && sr_gl_at_least(gl, 3, 1) && sr_gl_has_extension(gl, "GL_EXT_draw_buffers_indexed"))
        load_buffer_array(gl, draw, "EXT"); /* in 3.0 there is no glGetBooleani_v to ask by */
}

static void find_viewport_array(const sr_gl *gl, sr_gl_draw *draw) {
    const char *extension = gl->es ? "GL_OES_viewport_array" : "GL_ARB_viewport_array";
    bool known = (!gl->es && sr_gl_at_least(gl, 4, 1)) || sr_gl_has_extension(gl, extension);
    draw->viewport_array = draw->buffer_array && known; /* whose functions switch by index */
    load_suffixed(gl, "glViewportIndexedf", gl->es ? "OES" : "", &draw->viewport_indexed_f);
    load_suffixed(gl, "glGetFloati_v", gl->es ? "OES" : "", &draw->get_float_i_v);
}

static bool has(const sr_gl *gl, int major, int minor, const char *extension) {
    return sr_gl_at_least(gl, major, minor) || sr_gl_has_extension(gl, extension);
}

static void find_queries(const sr_gl *gl, sr_gl_draw *draw) {
    draw->any_samples_query = gl->es || has(gl, 3, 3, "GL_ARB_occlusion_query2");
    draw->conservative_query = gl->es || has(gl, 4, 3, "GL_ARB_ES3_compatibility");
    draw->primitives_query =
        !gl->es || has(gl, 3, 2, "GL_EXT_geometry_shader") || sr_gl_has_extension(gl, "GL_OES_geometry_shader");
    draw->statistics_query = !gl->es && has(gl, 4, 6, "GL_ARB_pipeline_statistics_query");
}

static void read_abilities(const sr_gl *gl, sr_gl_draw *draw) {
    draw->srgb_switch = gl->es ? sr_gl_has_extension(gl, "GL_EXT_sRGB_write_control")
                               : gl->major >= 3 || sr_gl_has_extension(gl, "GL_ARB_framebuffer_sRGB");
    draw->sampler_objects = gl->es || sr_gl_at_least(gl, 3, 3) || sr_gl_has_extension(gl, "GL_ARB_sampler_objects");
    draw->feedback_pause = gl->es || gl->major >= 4 || sr_gl_has_extension(gl, "GL_ARB_transform_feedback2");
    draw->unpack_buffer = gl->pack_buffer;
}

bool sr_gl_draw_resolve(sr_gl_draw *draw, const sr_gl *gl) {
    *draw = (sr_gl_draw){.gl = gl};
    if (!gl->read_framebuffer)
        return false;
    load_framebuffers(gl, draw);
    load_textures(gl, draw);
    load_drawing(gl, draw);
    load_shaders(gl, draw);
    find_buffer_array(gl, draw);
    find_viewport_array(gl, draw);
    find_queries(gl, draw);
    read_abilities(gl, draw);
    return true;
}
