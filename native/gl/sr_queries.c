#include "sr_queries.h"

enum {
    GL_ANY_SAMPLES_PASSED = 0x8C2F,
    GL_ANY_SAMPLES_PASSED_CONSERVATIVE = 0x8D6A,
    GL_CLIPPING_INPUT_PRIMITIVES = 0x82F6,
    GL_CLIPPING_OUTPUT_PRIMITIVES = 0x82F7,
    GL_CURRENT_QUERY = 0x8865,
    GL_FRAGMENT_SHADER_INVOCATIONS = 0x82F4,
    GL_PRIMITIVES_GENERATED = 0x8C87,
    GL_PRIMITIVES_SUBMITTED = 0x82EF,
    GL_SAMPLES_PASSED = 0x8914,
    GL_TRANSFORM_FEEDBACK_PRIMITIVES_WRITTEN = 0x8C88,
    GL_VERTEX_SHADER_INVOCATIONS = 0x82F0,
    GL_VERTICES_SUBMITTED = 0x82EE,
};

static bool is_active(const sr_gl_draw *draw, sr_glenum target) {
    int query = 0;
    draw->get_query_iv(target, GL_CURRENT_QUERY, &query);
    return query != 0;
}

static bool counts_samples(const sr_gl_draw *draw) {
    return (!draw->gl->es && is_active(draw, GL_SAMPLES_PASSED)) ||
           (draw->any_samples_query && is_active(draw, GL_ANY_SAMPLES_PASSED)) ||
           (draw->conservative_query && is_active(draw, GL_ANY_SAMPLES_PASSED_CONSERVATIVE));
}

/* What is written by transform feedback does not count while that is paused. */
static bool counts_primitives(const sr_gl_draw *draw) {
    return (draw->primitives_query && is_active(draw, GL_PRIMITIVES_GENERATED)) ||
           (!draw->feedback_pause && is_active(draw, GL_TRANSFORM_FEEDBACK_PRIMITIVES_WRITTEN));
}

/* The statistics of stages that our program lacks do not change. */
static bool counts_work(const sr_gl_draw *draw) {
    static const sr_glenum targets[] = {
        GL_VERTICES_SUBMITTED,          GL_PRIMITIVES_SUBMITTED,      GL_VERTEX_SHADER_INVOCATIONS,
        GL_FRAGMENT_SHADER_INVOCATIONS, GL_CLIPPING_INPUT_PRIMITIVES, GL_CLIPPING_OUTPUT_PRIMITIVES,
    };
    for (size_t i = 0; draw->statistics_query && i < sizeof targets / sizeof targets[0]; i++)
        if (is_active(draw, targets[i]))
            return true;
    return false;
}

bool sr_queries_count(const sr_gl_draw *draw) {
    return counts_samples(draw) || counts_primitives(draw) || counts_work(draw);
}
