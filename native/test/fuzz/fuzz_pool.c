/* Slabs of any size and number, lent, held and given back in any order, against a model that counts along. */
#include "fuzz_input.h"
#include "sr_slab.h"

#include <unistd.h>

enum { SLABS = 3, MOST_HOLDS = 64 };

/* What is certainly small enough to be had, and what no address space has room for. Between them, either is right. */
static const uint64_t SURELY_HAD = UINT64_C(1) << 20;
static const uint64_t SURELY_REFUSED = UINT64_C(1) << 47;

typedef struct slab_model {
    sr_slab *slab; /* NULL when there is none, or it was retired */
    uint32_t slot_count;
    size_t slot_bytes;
} slab_model;

typedef struct hold {
    sr_slot *slot;
    void (*release)(void *);
} hold;

typedef struct model {
    sr_pool *pool;
    sr_pool_control *control;
    slab_model slabs[SLABS];
    hold holds[MOST_HOLDS];
    int hold_count;
    int64_t returned; /* frames that came back */
} model;

__attribute__((visibility("default"))) const char *__asan_default_options(void);

/* Memory that cannot be had is an answer here, not a bug. */
const char *__asan_default_options(void) {
    return "allocator_may_return_null=1:max_allocation_size_mb=64";
}

static uint64_t paged(uint64_t size_bytes) {
    uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);
    return size_bytes / page * page + (size_bytes % page != 0 ? page : 0);
}

static bool is_outcome_known(uint32_t slot_count, uint64_t slot_bytes, bool *to_be_had) {
    if (slot_count == 0 || slot_bytes == 0) {
        *to_be_had = false;
        return true;
    }
    bool huge = slot_bytes > SURELY_REFUSED || paged(slot_bytes) > SURELY_REFUSED / slot_count;
    *to_be_had = !huge && paged(slot_bytes) * slot_count <= SURELY_HAD;
    return huge || *to_be_had;
}

static void touch_both_ends(const slab_model *one) {
    for (uint32_t i = 0; i < one->slot_count; i++) {
        char *pixels = sr_slab_slots(one->slab)[i].pixels;
        pixels[0] = pixels[one->slot_bytes - 1] = (char)i;
        FUZZ_CHECK(sr_slab_slots(one->slab)[i].shared->state == SR_FREE);
    }
}

static void create_slab(model *self, fuzz_input *input) {
    slab_model *one = &self->slabs[fuzz_below(input, SLABS)];
    uint32_t slot_count = fuzz_u32(input) >> fuzz_below(input, 32);
    uint64_t slot_bytes = fuzz_u64(input) >> fuzz_below(input, 64);
    bool to_be_had;
    if (one->slab != NULL || !is_outcome_known(slot_count, slot_bytes, &to_be_had))
        return;
    int64_t mapped_bytes = self->control->mapped_bytes;
    one->slab = sr_slab_create(self->pool, slot_count, (size_t)slot_bytes);
    FUZZ_CHECK((one->slab != NULL) == to_be_had);
    if (!to_be_had) {
        FUZZ_CHECK(self->control->mapped_bytes == mapped_bytes);
        return;
    }
    FUZZ_CHECK(self->control->mapped_bytes == mapped_bytes + (int64_t)(paged(slot_bytes) * slot_count));
    one->slot_count = slot_count;
    one->slot_bytes = (size_t)slot_bytes;
    touch_both_ends(one);
}

static void add_hold(model *self, sr_slot *slot, void (*release)(void *)) {
    self->holds[self->hold_count++] = (hold){slot, release};
}

static void lend(model *self, fuzz_input *input) {
    const slab_model *one = &self->slabs[fuzz_below(input, SLABS)];
    bool keep = fuzz_below(input, 2);
    if (one->slab == NULL || self->hold_count + 2 > MOST_HOLDS)
        return;
    sr_slot *slot = &sr_slab_slots(one->slab)[fuzz_u32(input) % one->slot_count];
    if (slot->shared->state != SR_FREE)
        return;
    sr_slot_lend(slot, keep ? 2 : 1);
    FUZZ_CHECK(slot->shared->state == SR_LENT);
    add_hold(self, slot, sr_slot_release_frame);
    if (keep)
        add_hold(self, slot, sr_slot_release_hold);
}

static void hold_once_more(model *self, fuzz_input *input) {
    if (self->hold_count == 0 || self->hold_count == MOST_HOLDS)
        return;
    sr_slot *slot = self->holds[fuzz_below(input, self->hold_count)].slot;
    sr_slot_add_hold(slot);
    add_hold(self, slot, sr_slot_release_hold);
}

static void release(model *self, int index) {
    hold one = self->holds[index];
    self->holds[index] = self->holds[--self->hold_count];
    self->returned += one.release == sr_slot_release_frame;
    one.release(one.slot);
    FUZZ_CHECK(self->control->delivered + self->control->lost == self->returned);
}

static void release_any(model *self, fuzz_input *input) {
    if (self->hold_count > 0)
        release(self, fuzz_below(input, self->hold_count));
}

static void retire_slab(slab_model *one) {
    if (one->slab != NULL)
        sr_slab_retire(one->slab);
    *one = (slab_model){0};
}

static void step(model *self, fuzz_input *input) {
    switch (fuzz_below(input, 6)) {
    case 0:
        create_slab(self, input);
        break;
    case 1:
        lend(self, input);
        break;
    case 2:
        hold_once_more(self, input);
        break;
    case 3:
        release_any(self, input);
        break;
    case 4:
        retire_slab(&self->slabs[fuzz_below(input, SLABS)]);
        break;
    default:
        self->control->discarding = 1;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_bytes) {
    fuzz_input input = {data, size_bytes};
    model self = {.pool = sr_pool_create()};
    self.control = sr_pool_get_control(self.pool);
    while (input.left_bytes > 0)
        step(&self, &input);
    for (int i = 0; i < SLABS; i++)
        retire_slab(&self.slabs[i]);
    while (self.hold_count > 0)
        release(&self, self.hold_count - 1);
    FUZZ_CHECK(self.control->mapped_bytes == 0);
    sr_pool_retire(self.pool);
    return 0;
}
