/* The application's queries that count what is drawn, such as occlusion queries. */
#ifndef SR_QUERIES_H
#define SR_QUERIES_H

#include "sr_gl_draw.h"

/* Returns whether a query is active whose result a draw of ours would change. Blits and reads change none. */
bool sr_queries_count(const sr_gl_draw *draw);

#endif
