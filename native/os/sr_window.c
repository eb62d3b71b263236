#include "sr_window.h"

#include <stddef.h>

bool sr_window_find_current(sr_window *window) {
    for (const sr_window_finder *find = sr_window_systems; *find != NULL; find++) {
        if ((*find)(window) && window->current_context() != NULL)
            return true;
    }
    return false;
}
