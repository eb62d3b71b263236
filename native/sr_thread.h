/* What a thread asks of the scheduler. */
#ifndef SR_THREAD_H
#define SR_THREAD_H

/* The calling thread no longer takes the core of a thread that wakes it: the render thread goes on when it hands over
 * a frame. Where the system refuses, nothing changes. */
void sr_thread_wait_its_turn(void);

#endif
