// What is known of the build that made the program.
#pragma once

// The commit, as `make` tells it in GAMEKEEPER_COMMIT; "unknown" after a plain `swift build`.
const char *_Nonnull gamekeeper_commit(void);
