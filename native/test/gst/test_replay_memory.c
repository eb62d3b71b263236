/* The memory of a replay over an hour of packets, in GStreamer's own buffers: no more than what is held, a tenth of it,
 * and a kilobyte for each packet. It prints what a packet costs, as benchmarks/README.md tells.
 */
#include "check.h"
#include "gst_session.h"
#include "sr_os.h"
#include "sr_ring_save.h"

#include <stdlib.h>
#include <string.h>

enum { FPS = 60, FRAMES = 3600 * FPS, KEPT_S = 30, SOUND_BYTES = 400, MOST_BYTES = 120000, PACKET_BYTES = 1024 };

static const int64_t FRAME_NS = 16666667;
static unsigned char content[MOST_BYTES];
static int64_t adding_ns; /* in sr_ring_add, which also gives back what is too old */

static uint64_t resident_bytes(void) {
    char line[256];
    unsigned long long kib = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status != NULL && fgets(line, sizeof line, status) != NULL) {
        if (strncmp(line, "VmRSS:", 6) == 0)
            kib = strtoull(line + 6, NULL, 10);
    }
    if (status != NULL)
        fclose(status);
    return kib * 1024;
}

static void add(sr_ring *ring, int track, int index, size_t size_bytes, bool key) {
    void *buffer = app.gst_buffer_new_allocate(NULL, size_bytes, NULL);
    app.gst_buffer_fill(buffer, 0, content, size_bytes);
    int64_t pts_ns = index * FRAME_NS;
    sr_packet packet = {buffer, pts_ns, pts_ns, pts_ns + FRAME_NS, size_bytes, key, false, 0};
    int64_t before_ns = sr_os_now_ns();
    sr_ring_add(ring, track, &packet);
    adding_ns += sr_os_now_ns() - before_ns;
}

static void check_memory(sr_ring *ring, uint64_t before_bytes) {
    sr_ring_figures now = sr_ring_now(ring);
    uint64_t resident = resident_bytes(), grown_bytes = resident > before_bytes ? resident - before_bytes : 0;
    CHECK(now.held_ns >= KEPT_S * 1000000000LL);
    CHECK(grown_bytes <= now.size_bytes + now.size_bytes / 10 + PACKET_BYTES * now.packets);
}

static void should_not_grow_in_an_hour(void) {
    sr_references references = {app.gst_mini_object_ref, app.gst_mini_object_unref};
    sr_ring *ring = sr_ring_create(&references, KEPT_S * 1000000000LL, UINT64_MAX);
    void *caps = app.gst_buffer_new();
    for (int i = 0; i < SR_TRACKS; i++) {
        sr_ring_expect(ring, i);
        sr_ring_begin(ring, i, caps);
    }
    memset(content, 1, sizeof content);
    srand(13);
    uint64_t before_bytes = resident_bytes();
    for (int i = 0; i < FRAMES; i++) {
        bool key = i % FPS == 0;
        add(ring, SR_VIDEO, i, (size_t)(key ? MOST_BYTES / 2 + rand() % (MOST_BYTES / 2) : 1000 + rand() % 20000), key);
        add(ring, SR_SOUND, i, SOUND_BYTES, true);
        if (i % (60 * FPS) == 60 * FPS - 1)
            check_memory(ring, before_bytes);
    }
    printf("sr_ring_add: %.2f us a packet\n", (double)adding_ns / 1e3 / (FRAMES * SR_TRACKS));
    sr_ring_release(ring);
    app.gst_mini_object_unref(caps);
}

int main(void) {
    gst_load();
    RUN(should_not_grow_in_an_hour);
    return check_report();
}
