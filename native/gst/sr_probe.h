/* What this library needs of a GstPadProbe. */
#ifndef SR_PROBE_H
#define SR_PROBE_H

/* GstPadProbeType and GstPadProbeReturn. */
enum { SR_PROBE_BUFFER = 1 << 4, SR_PROBE_LIST = 1 << 5, SR_PROBE_EVENT = 1 << 6, SR_PROBE_OK = 1 };

/* The beginning of a GstPadProbeInfo. */
typedef struct sr_probe_info {
    int type;
    unsigned long id;
    void *data; /* what passes, which a probe may replace */
} sr_probe_info;

#endif
