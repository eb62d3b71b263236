/* State that an application may have left, which spoils blits and drawing; and what of it an application can see. */
#ifndef GL_HOSTILE_H
#define GL_HOSTILE_H

/* Sets all that this context has. */
void gl_hostile_set(void);
/* Remembers every state that can be asked; hostile or not. */
void gl_hostile_remember(void);
/* How many of them are not as remembered; tells each. */
int gl_hostile_changes(void);

#endif
