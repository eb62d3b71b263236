#define _GNU_SOURCE /* SCHED_BATCH */
#include "sr_thread.h"

#include <sched.h>

void sr_thread_wait_its_turn(void) {
    struct sched_param none = {0};
    sched_setscheduler(0, SCHED_BATCH, &none);
}
