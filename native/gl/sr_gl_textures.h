/* The entry points by which a texture's size is asked: see sr_texture.h. */
#ifndef SR_GL_TEXTURES_H
#define SR_GL_TEXTURES_H

#include <stdbool.h>

typedef struct sr_gl_textures {
    bool levels; /* the size of a texture that is bound can be asked */
    bool by_name, by_unit, by_trial;
    unsigned int targets; /* a bit for each target that the context has */
    void (*get_level)(unsigned int, int, unsigned int, int *);
    void (*get_level_of)(unsigned int, int, unsigned int, int *);
    void (*bind_textures)(unsigned int first_unit, int count, const unsigned int *names);
    void (*attach)(unsigned int, unsigned int, unsigned int, int);
} sr_gl_textures;

#endif
