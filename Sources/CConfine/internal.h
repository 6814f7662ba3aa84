// What the files of this target share.
#pragma once
#include "CConfine.h"

// Both act on this process, and for good. They need no_new_privs.
int confine_restrict_paths(const char *const *readable, const char *scratch);
int confine_restrict_calls(void);

// Called in the first process of new namespaces: names itself as before, and has a /proc of its own.
int confine_enter_namespaces(uid_t user, gid_t group);
// A process in new namespaces; like fork.
pid_t confine_fork_into_namespaces(void);
