#ifndef GAMEKEEPER_FIBERS_H
#define GAMEKEEPER_FIBERS_H

#include <stdbool.h>
#include <stddef.h>

/// A function that can stop in the middle, on a stack of its own, and go on later, on the same thread.
typedef struct gk_fiber gk_fiber;

/// A fiber that will run `body(context)`; null if there is no memory for its stack.
gk_fiber *_Nullable gk_fiber_new(size_t stack, void (*_Nonnull body)(void *_Nullable), void *_Nullable context);
/// Runs it until it suspends or ends. It may not have ended, and the caller may not be a fiber.
void gk_fiber_resume(gk_fiber *_Nonnull fiber);
/// Goes back to whoever resumed the fiber that calls this.
void gk_fiber_suspend(void);
bool gk_fiber_has_ended(const gk_fiber *_Nonnull fiber);
/// It has ended, or what its stack holds is lost.
void gk_fiber_free(gk_fiber *_Nonnull fiber);

#endif
