#include "CBuild.h"

const char *gamekeeper_commit(void) { return GAMEKEEPER_COMMIT; }
