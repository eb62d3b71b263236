/* Loads GL's functions into an sr_gl, and tells which one a context should have and has not. */
#ifndef SR_GL_FUNCTIONS_H
#define SR_GL_FUNCTIONS_H

#include "sr_gl.h"

/* Sets every function pointer of `gl`, by the names that its abilities tell. Until they are known, only the functions
 * of GL 1.1 may be called, and glGetStringi. */
void sr_gl_load_functions(sr_gl *gl);
/* Returns the name of a function that the version or an ability of `gl` promises and that has no address; NULL if there
 * is none. */
const char *sr_gl_missing_function(const sr_gl *gl);

#endif
