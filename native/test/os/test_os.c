#define _GNU_SOURCE
#include "check.h"
#include "sr_os.h"

#include <pthread.h>
#include <string.h>

static const int64_t MS = 1000000;

static _Atomic uint32_t word;

static void should_give_zeroed_pages_of_their_own(void) {
    size_t size_bytes = 3 * sr_os_page_bytes();
    unsigned char *pages = sr_os_map_pages(size_bytes);
    CHECK(pages != NULL);
    CHECK_EQUAL((uintptr_t)pages % sr_os_page_bytes(), 0);
    CHECK_EQUAL(pages[0], 0);
    CHECK_EQUAL(pages[size_bytes - 1], 0);
    memset(pages, 7, size_bytes);
    sr_os_unmap_pages(pages, size_bytes);
    CHECK_SAME(sr_os_map_pages((size_t)1 << 62), NULL);
}

static void should_leave_pages_as_they_are_when_populating(void) {
    size_t size_bytes = (8 << 20) + sr_os_page_bytes();
    unsigned char *pages = sr_os_map_pages(size_bytes);
    CHECK(pages != NULL);
    pages[1] = 7;
    sr_os_populate_pages(pages, size_bytes);
    CHECK_EQUAL(pages[1], 7);
    CHECK_EQUAL(pages[size_bytes - 1], 0);
    sr_os_unmap_pages(pages, size_bytes);
}

static void should_align_memory_as_asked(void) {
    void *memory = sr_os_allocate_aligned(256, 512);
    CHECK_EQUAL((uintptr_t)memory % 256, 0);
    sr_os_free_aligned(memory);
}

static void should_return_at_once_when_the_word_is_another_one(void) {
    int64_t begin_ns = sr_os_now_ns();
    sr_os_wait(&word, word + 1, 60000 * MS);
    CHECK(sr_os_now_ns() - begin_ns < 30000 * MS);
}

static void should_return_when_the_time_is_over(void) {
    int64_t begin_ns = sr_os_now_ns();
    while (sr_os_now_ns() - begin_ns < 20 * MS)
        sr_os_wait(&word, word, 20 * MS);
    CHECK(sr_os_now_ns() - begin_ns < 30000 * MS);
}

static void *change_the_word(void *data) {
    (void)data;
    sr_os_wait_its_turn();
    word++;
    sr_os_wake_all(&word);
    return NULL;
}

static void should_wake_a_sleeper_when_the_word_changes(void) {
    uint32_t seen = word;
    int64_t begin_ns = sr_os_now_ns();
    pthread_t thread;
    pthread_create(&thread, NULL, change_the_word, NULL);
    while (word == seen)
        sr_os_wait(&word, seen, 60000 * MS);
    CHECK(sr_os_now_ns() - begin_ns < 30000 * MS);
    pthread_join(thread, NULL);
}

static void should_find_no_library_when_it_is_not_loaded(void) {
    CHECK_SAME(sr_os_loaded_library("libnobody-has-this.so.9"), NULL);
}

int main(void) {
    RUN(should_give_zeroed_pages_of_their_own);
    RUN(should_leave_pages_as_they_are_when_populating);
    RUN(should_align_memory_as_asked);
    RUN(should_return_at_once_when_the_word_is_another_one);
    RUN(should_return_when_the_time_is_over);
    RUN(should_wake_a_sleeper_when_the_word_changes);
    RUN(should_find_no_library_when_it_is_not_loaded);
    return check_report();
}
