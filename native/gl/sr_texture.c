#include "sr_texture.h"

#include "sr_bindings.h"

enum {
    GL_ACTIVE_TEXTURE = 0x84E0,
    GL_COLOR_ATTACHMENT0 = 0x8CE0,
    GL_DRAW_FRAMEBUFFER = 0x8CA9,
    GL_DRAW_FRAMEBUFFER_BINDING = 0x8CA6,
    GL_FRAMEBUFFER_ATTACHMENT_LAYERED = 0x8DA7,
    GL_SAMPLES = 0x80A9,
    GL_TEXTURE0 = 0x84C0,
    GL_TEXTURE_CUBE_MAP = 0x8513,
    GL_TEXTURE_CUBE_MAP_POSITIVE_X = 0x8515,
    GL_TEXTURE_HEIGHT = 0x1001,
    GL_TEXTURE_WIDTH = 0x1000,
};

typedef struct texture_target {
    sr_glenum name, binding;
    int major, minor; /* of the first version of desktop GL that has it */
    const char *extension;
} texture_target;

enum { CUBE_MAP, TWO_DIMENSIONS, TWO_DIMENSIONS_MULTISAMPLE, TARGETS = 10 };

static const texture_target targets[TARGETS] = {
    [CUBE_MAP] = {GL_TEXTURE_CUBE_MAP, 0x8514, 1, 3, "GL_ARB_texture_cube_map"},
    [TWO_DIMENSIONS] = {0x0DE1, 0x8069, 1, 1, "GL_EXT_texture"},
    [TWO_DIMENSIONS_MULTISAMPLE] = {0x9100, 0x9104, 3, 2, "GL_ARB_texture_multisample"},
    {0x0DE0, 0x8068, 1, 1, "GL_EXT_texture"},                /* 1D */
    {0x806F, 0x806A, 1, 2, "GL_EXT_texture3D"},              /* 3D */
    {0x84F5, 0x84F6, 3, 1, "GL_ARB_texture_rectangle"},      /* RECTANGLE */
    {0x8C18, 0x8C1C, 3, 0, "GL_EXT_texture_array"},          /* 1D_ARRAY */
    {0x8C1A, 0x8C1D, 3, 0, "GL_EXT_texture_array"},          /* 2D_ARRAY */
    {0x9009, 0x900A, 4, 0, "GL_ARB_texture_cube_map_array"}, /* CUBE_MAP_ARRAY */
    {0x9102, 0x9105, 3, 2, "GL_ARB_texture_multisample"},    /* 2D_MULTISAMPLE_ARRAY */
};

static bool since(const sr_gl *gl, int major, int minor, const char *extension) {
    return sr_gl_at_least(gl, major, minor) || sr_gl_has_extension(gl, extension);
}

static void resolve_desktop(sr_gl *gl) {
    sr_gl_textures *textures = &gl->textures;
    textures->by_name = since(gl, 4, 5, "GL_ARB_direct_state_access");
    textures->by_unit = since(gl, 4, 4, "GL_ARB_multi_bind");
    for (int i = 0; i < TARGETS; i++) {
        if (since(gl, targets[i].major, targets[i].minor, targets[i].extension))
            textures->targets |= 1u << i;
    }
    sr_gl_load(gl, "glGetTextureLevelParameteriv", &textures->get_level_of);
    sr_gl_load(gl, "glBindTextures", &textures->bind_textures);
}

static void resolve_es(sr_gl *gl) {
    sr_gl_textures *textures = &gl->textures;
    bool core = sr_gl_at_least(gl, 3, 2), oes = !core && sr_gl_has_extension(gl, "GL_OES_geometry_shader");
    textures->by_trial = core || oes || sr_gl_has_extension(gl, "GL_EXT_geometry_shader");
    sr_gl_load(gl,
               core  ? "glFramebufferTexture"
               : oes ? "glFramebufferTextureOES"
                     : "glFramebufferTextureEXT",
               &textures->attach);
}

void sr_texture_resolve(sr_gl *gl) {
    gl->textures = (sr_gl_textures){.levels = !gl->es || sr_gl_at_least(gl, 3, 1)};
    if (!gl->framebuffers || !gl->textures.levels)
        return;
    sr_gl_load(gl, "glGetTexLevelParameteriv", &gl->textures.get_level);
    if (gl->es)
        resolve_es(gl);
    else
        resolve_desktop(gl);
}

static void ask_by_name(const sr_gl *gl, const sr_attached_texture *texture, int *width_px, int *height_px) {
    gl->textures.get_level_of(texture->name, texture->level, GL_TEXTURE_WIDTH, width_px);
    gl->textures.get_level_of(texture->name, texture->level, GL_TEXTURE_HEIGHT, height_px);
}

static void ask_bound(const sr_gl *gl, const texture_target *target, const sr_attached_texture *texture, int *width_px,
                      int *height_px) {
    sr_glenum image = target->name;
    if (image == GL_TEXTURE_CUBE_MAP)
        image = texture->face != 0 ? texture->face : GL_TEXTURE_CUBE_MAP_POSITIVE_X;
    gl->textures.get_level(image, texture->level, GL_TEXTURE_WIDTH, width_px);
    gl->textures.get_level(image, texture->level, GL_TEXTURE_HEIGHT, height_px);
}

static bool ask_as(const sr_gl *gl, const texture_target *target, const sr_attached_texture *texture, int *width_px,
                   int *height_px) {
    unsigned int before = (unsigned int)sr_gl_get(gl, target->binding);
    gl->bind_texture(target->name, texture->name);
    ask_bound(gl, target, texture, width_px, height_px);
    sr_rebind_texture(gl, target->name, before);
    return true;
}

static void get_bindings(const sr_gl *gl, unsigned int bound[TARGETS]) {
    for (int i = 0; i < TARGETS; i++)
        bound[i] = (gl->textures.targets & 1u << i) != 0 ? (unsigned int)sr_gl_get(gl, targets[i].binding) : 0;
}

static bool ask_by_unit(const sr_gl *gl, const sr_attached_texture *texture, int *width_px, int *height_px) {
    unsigned int before[TARGETS], now[TARGETS];
    unsigned int unit = (unsigned int)sr_gl_get(gl, GL_ACTIVE_TEXTURE) - GL_TEXTURE0;
    get_bindings(gl, before);
    gl->textures.bind_textures(unit, 1, &texture->name);
    get_bindings(gl, now);
    for (int i = 0; i < TARGETS; i++) {
        if (now[i] == texture->name) {
            ask_bound(gl, &targets[i], texture, width_px, height_px);
            sr_rebind_texture(gl, targets[i].name, before[i]);
            return true;
        }
    }
    return false;
}

/* The framebuffer is ours, and bound for drawing. */
static const texture_target *attach_to_bound(const sr_gl *gl, const sr_attached_texture *texture) {
    int layered = 0;
    gl->textures.attach(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, texture->name, texture->level);
    gl->get_attachment_iv(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_FRAMEBUFFER_ATTACHMENT_LAYERED, &layered);
    if (layered)
        return NULL;
    return &targets[sr_gl_get(gl, GL_SAMPLES) > 0 ? TWO_DIMENSIONS_MULTISAMPLE : TWO_DIMENSIONS];
}

static bool ask_by_trial(const sr_gl *gl, const sr_attached_texture *texture, int *width_px, int *height_px) {
    unsigned int drawn_to = (unsigned int)sr_gl_get(gl, GL_DRAW_FRAMEBUFFER_BINDING), ours = 0;
    gl->gen_framebuffers(1, &ours);
    gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, ours);
    const texture_target *target = attach_to_bound(gl, texture);
    gl->bind_framebuffer(GL_DRAW_FRAMEBUFFER, drawn_to);
    gl->delete_framebuffers(1, &ours);
    return target != NULL && ask_as(gl, target, texture, width_px, height_px);
}

bool sr_texture_size(const sr_gl *gl, const sr_attached_texture *texture, int *width_px, int *height_px) {
    if (!gl->textures.levels || !gl->is_texture(texture->name))
        return false; /* or deleted, though still attached */
    if (texture->face != 0)
        return ask_as(gl, &targets[CUBE_MAP], texture, width_px, height_px);
    if (gl->textures.by_name) {
        ask_by_name(gl, texture, width_px, height_px);
        return true;
    }
    if (gl->textures.by_unit)
        return ask_by_unit(gl, texture, width_px, height_px);
    return gl->textures.by_trial && ask_by_trial(gl, texture, width_px, height_px);
}
