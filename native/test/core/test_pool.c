#include "check.h"
#include "pages.h"
#include "sr_slab.h"

#include <pthread.h>
#include <stdint.h>
#include <string.h>

enum { SLOTS = 3, SLOT_BYTES = 5000 };

static sr_pool *pool;
static sr_pool_control *control;
static sr_slab *slab;
static sr_slot *slots;

static void set_up(void) {
    pool = sr_pool_create();
    control = sr_pool_get_control(pool);
    slab = sr_slab_create(pool, SLOTS, SLOT_BYTES);
    slots = sr_slab_slots(slab);
}

static void tear_down(void) {
    sr_slab_retire(slab);
    sr_pool_retire(pool);
}

static void *release_frame(void *slot) {
    sr_slot_release_frame(slot);
    return NULL;
}

static void release_frame_on_another_thread(sr_slot *slot) {
    pthread_t thread;
    pthread_create(&thread, NULL, release_frame, slot);
    pthread_join(thread, NULL);
}

static void should_start_with_free_slots_and_zero_counts(void) {
    set_up();
    for (int i = 0; i < SLOTS; i++) {
        CHECK_EQUAL(slots[i].shared->state, SR_FREE);
    }
    CHECK_EQUAL(control->delivered, 0);
    CHECK_EQUAL(control->lost, 0);
    CHECK_EQUAL(control->discarding, 0);
    tear_down();
}

static void should_give_each_slot_pages_of_its_own(void) {
    set_up();
    for (int i = 0; i < SLOTS; i++) {
        CHECK_EQUAL((uintptr_t)slots[i].pixels % pages_bytes(), 0);
        memset(slots[i].pixels, i + 1, SLOT_BYTES);
    }
    for (int i = 0; i < SLOTS; i++) {
        const unsigned char *bytes = slots[i].pixels;
        CHECK_EQUAL(bytes[0], i + 1);
        CHECK_EQUAL(bytes[SLOT_BYTES - 1], i + 1);
    }
    tear_down();
}

static void should_tell_by_offsets_where_the_pixels_lie(void) {
    set_up();
    const char *memory = slots[0].pixels;
    for (int i = 0; i < SLOTS; i++)
        CHECK_SAME(memory + slots[i].shared->offset_bytes, slots[i].pixels);
    tear_down();
}

static void should_give_each_slot_a_cache_line_of_its_own(void) {
    set_up();
    CHECK_EQUAL((uintptr_t)sr_slab_shared(slab) % SR_CACHE_LINE, 0);
    CHECK_SAME(slots[1].shared, sr_slab_shared(slab) + 1);
    CHECK_EQUAL(sizeof(sr_slot_shared) % SR_CACHE_LINE, 0);
    CHECK_EQUAL(offsetof(sr_slot_shared, state), 0);
    CHECK_EQUAL((uintptr_t)control % SR_CACHE_LINE, 0);
    tear_down();
}

static void should_count_memory_when_slabs_come_and_go(void) {
    set_up();
    const int64_t first_bytes = (int64_t)(SLOTS * pages_rounded(SLOT_BYTES));
    CHECK_EQUAL(control->mapped_bytes, first_bytes);
    sr_slab *larger = sr_slab_create(pool, 2, 2 * SLOT_BYTES);
    CHECK_EQUAL(control->mapped_bytes, first_bytes + (int64_t)(2 * pages_rounded(2 * SLOT_BYTES)));
    void *larger_pixels = sr_slab_slots(larger)->pixels;
    sr_slab_retire(larger);
    CHECK_EQUAL(control->mapped_bytes, first_bytes);
    CHECK(!pages_are_mapped(larger_pixels));
    CHECK(pages_are_mapped(slots[0].pixels));
    tear_down();
}

static void should_be_free_and_delivered_when_released_by_another_thread(void) {
    set_up();
    slots[1].shared->state = SR_READY;
    sr_slot_lend(&slots[1], 1);
    CHECK_EQUAL(slots[1].shared->state, SR_LENT);
    uint32_t seen = control->released.count;
    release_frame_on_another_thread(&slots[1]);
    CHECK_EQUAL(slots[1].shared->state, SR_FREE);
    CHECK_EQUAL(control->delivered, 1);
    CHECK_EQUAL(control->lost, 0);
    CHECK(control->released.count != seen);
    tear_down();
}

static void should_stay_lent_when_the_keeper_still_holds(void) {
    set_up();
    sr_slot_lend(&slots[0], 2);
    uint32_t seen = control->released.count;
    sr_slot_release_frame(&slots[0]);
    CHECK_EQUAL(slots[0].shared->state, SR_LENT);
    CHECK_EQUAL(control->delivered, 1);
    CHECK_EQUAL(control->released.count, seen);
    sr_slot_release_hold(&slots[0]);
    CHECK_EQUAL(slots[0].shared->state, SR_FREE);
    CHECK_EQUAL(control->delivered, 1);
    tear_down();
}

/* What a repeated frame does: the keeper's hold goes to a second GstMemory, which may be freed before the first. */
static void should_count_once_when_the_repeated_frame_is_released_first(void) {
    set_up();
    sr_slot_lend(&slots[0], 2);
    sr_slot_release_hold(&slots[0]);
    CHECK_EQUAL(slots[0].shared->state, SR_LENT);
    CHECK_EQUAL(control->delivered, 0);
    sr_slot_release_frame(&slots[0]);
    CHECK_EQUAL(slots[0].shared->state, SR_FREE);
    CHECK_EQUAL(control->delivered, 1);
    tear_down();
}

static void should_be_lost_when_released_while_discarding(void) {
    set_up();
    sr_slot_lend(&slots[0], 1);
    control->discarding = 1;
    sr_slot_release_frame(&slots[0]);
    CHECK_EQUAL(slots[0].shared->state, SR_FREE);
    CHECK_EQUAL(control->delivered, 0);
    CHECK_EQUAL(control->lost, 1);
    tear_down();
}

static void should_move_a_refused_frame_from_delivered_to_lost(void) {
    set_up();
    sr_slot_lend(&slots[0], 1);
    sr_slot_release_frame(&slots[0]);
    sr_slot_recount_refused(&slots[0]);
    CHECK_EQUAL(control->delivered, 0);
    CHECK_EQUAL(control->lost, 1);
    tear_down();
}

static void should_count_a_refused_frame_once_when_discarding(void) {
    set_up();
    control->discarding = 1;
    sr_slot_lend(&slots[0], 1);
    sr_slot_release_frame(&slots[0]);
    sr_slot_recount_refused(&slots[0]);
    CHECK_EQUAL(control->delivered, 0);
    CHECK_EQUAL(control->lost, 1);
    tear_down();
}

static void should_keep_memory_until_the_last_slot_returns_when_the_slab_is_retired(void) {
    set_up();
    void *pixels = slots[2].pixels;
    sr_slot_lend(&slots[0], 1);
    sr_slot_lend(&slots[2], 2);
    sr_slab_retire(slab);
    CHECK_EQUAL(control->mapped_bytes, SLOTS * pages_rounded(SLOT_BYTES));
    memset(pixels, 7, SLOT_BYTES);
    sr_slot_release_frame(&slots[0]);
    sr_slot_release_frame(&slots[2]);
    CHECK_EQUAL(((unsigned char *)pixels)[SLOT_BYTES - 1], 7);
    CHECK_EQUAL(control->mapped_bytes, SLOTS * pages_rounded(SLOT_BYTES));
    uint32_t seen = control->released.count;
    sr_slot_release_hold(&slots[2]);
    CHECK_EQUAL(control->mapped_bytes, 0);
    CHECK(!pages_are_mapped(pixels));
    CHECK(control->released.count != seen);
    sr_pool_retire(pool);
}

/* Under AddressSanitizer this also shows that the pool is neither leaked nor touched after it has gone. */
static void should_outlive_its_recording_when_a_slot_is_still_lent(void) {
    set_up();
    void *pixels = slots[0].pixels;
    sr_slot_lend(&slots[0], 1);
    sr_pool_retire(pool);
    sr_slab_retire(slab);
    memset(pixels, 7, SLOT_BYTES);
    CHECK(pages_are_mapped(pixels));
    CHECK_EQUAL(control->mapped_bytes, SLOTS * pages_rounded(SLOT_BYTES));
    release_frame_on_another_thread(&slots[0]);
    CHECK(!pages_are_mapped(pixels));
}

static void should_give_no_slab_when_the_memory_cannot_be_mapped(void) {
    set_up();
    int64_t mapped_bytes = control->mapped_bytes;
    CHECK_SAME(sr_slab_create(pool, 4, (size_t)1 << 46), NULL);
    CHECK_SAME(sr_slab_create(pool, 1, SIZE_MAX), NULL);
    CHECK_SAME(sr_slab_create(pool, 0, SLOT_BYTES), NULL);
    CHECK_EQUAL(control->mapped_bytes, mapped_bytes);
    tear_down();
}

/* Twice this many bytes are 8192 in 64 bits: a product that wraps must not pass for a small slab. */
static void should_give_no_slab_when_the_total_wraps_around(void) {
    set_up();
    CHECK_SAME(sr_slab_create(pool, 2, ((size_t)1 << 63) + 4096), NULL);
    tear_down();
}

int main(void) {
    RUN(should_start_with_free_slots_and_zero_counts);
    RUN(should_give_each_slot_pages_of_its_own);
    RUN(should_tell_by_offsets_where_the_pixels_lie);
    RUN(should_give_each_slot_a_cache_line_of_its_own);
    RUN(should_count_memory_when_slabs_come_and_go);
    RUN(should_be_free_and_delivered_when_released_by_another_thread);
    RUN(should_stay_lent_when_the_keeper_still_holds);
    RUN(should_count_once_when_the_repeated_frame_is_released_first);
    RUN(should_be_lost_when_released_while_discarding);
    RUN(should_move_a_refused_frame_from_delivered_to_lost);
    RUN(should_count_a_refused_frame_once_when_discarding);
    RUN(should_keep_memory_until_the_last_slot_returns_when_the_slab_is_retired);
    RUN(should_outlive_its_recording_when_a_slot_is_still_lent);
    RUN(should_give_no_slab_when_the_memory_cannot_be_mapped);
    RUN(should_give_no_slab_when_the_total_wraps_around);
    return check_report();
}
