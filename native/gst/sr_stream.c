#include "sr_stream.h"

enum { FLOW_OK = 0 };

sr_sent sr_stream_begin(const sr_replay_gst *gst, sr_feed *feed, void *const appsrcs[SR_TRACKS], int64_t patience_ns,
                        int64_t *base_ns) {
    void *caps[SR_TRACKS];
    sr_fed fed = sr_feed_begin(feed, patience_ns, caps, base_ns);
    if (fed != SR_FED)
        return fed == SR_FED_END ? SR_SENT_END : SR_SENT_NOTHING;
    for (int i = 0; i < SR_TRACKS; i++) {
        if (appsrcs[i] != NULL)
            gst->app_src_set_caps(appsrcs[i], caps[i]);
        if (caps[i] != NULL)
            gst->mini_object_unref(caps[i]);
    }
    return SR_SENT;
}

sr_sent sr_stream_send(const sr_replay_gst *gst, sr_feed *feed, void *const appsrcs[SR_TRACKS], int64_t base_ns,
                       int64_t patience_ns, sr_stream_packet *sent) {
    sr_packet packet;
    int track, flow = FLOW_OK;
    sr_fed fed = sr_feed_take(feed, patience_ns, &packet, &track);
    if (fed == SR_FED_END)
        return SR_SENT_END;
    if (fed == SR_FED_NOTHING)
        return sr_feed_is_outdated(feed) ? SR_SENT_OUTDATED : SR_SENT_NOTHING;
    if (appsrcs[track] != NULL)
        flow = sr_replay_push(gst, appsrcs[track], &packet, base_ns);
    gst->mini_object_unref(packet.buffer);
    *sent = (sr_stream_packet){(int64_t)packet.size_bytes, track == SR_VIDEO};
    return flow == FLOW_OK ? SR_SENT : SR_SENT_REFUSED;
}
