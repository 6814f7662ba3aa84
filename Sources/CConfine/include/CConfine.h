// What has to happen between the start of a process and its program, and what Swift cannot say: one door to the kernel's ways
// of confining a process. Nothing here allocates. What a function answers is 0 or more, or -1 with `errno`, unless it says so.
#pragma once
#include <stdint.h>
#include <sys/types.h>

// The rungs of the ladder, as bits.
enum { CONFINE_BASICS = 1, CONFINE_LANDLOCK = 2, CONFINE_SECCOMP = 4, CONFINE_NAMESPACES = 8 };

// What failed in the new process, before its program began.
enum {
  CONFINE_SESSION = 1, CONFINE_DESCRIPTORS, CONFINE_LIMITS, CONFINE_FOLDER, CONFINE_PRIVILEGES, CONFINE_NAMES, CONFINE_PATHS,
  CONFINE_CALLS, CONFINE_PROGRAM,
};

struct confine_failure {
  int step;
  int error;
};

struct confine_plan {
  const char *_Nonnull program;
  char *_Nullable const *_Nonnull arguments;    // ended by NULL
  char *_Nullable const *_Nonnull environment;  // ended by NULL
  int rungs;
  const char *_Nonnull scratch;                  // the folder that it begins in, and the only one that it may write
  const char *_Nullable const *_Nonnull readable;  // what it may read and execute, ended by NULL
  uint64_t processor_seconds, memory_bytes, file_bytes, files, tasks;
};

// Two ends, for reading and for writing; those of a socket are for both. They close when another program is executed.
int confine_pipe(int ends[_Nonnull 2]);
int confine_socket_pair(int ends[_Nonnull 2]);

// As `write`, but where nobody reads it fails without a signal: the default of that would end the whole program.
ssize_t confine_write(int descriptor, const void *_Nullable bytes, size_t count);

// Starts `program` in a session of its own with the standard streams `streams`; the fourth becomes descriptor 3, and nothing else
// is open in it. Every signal has its default effect there.
// Answers 0, or the error's number.
int confine_launch(
  const char *_Nonnull program, char *_Nullable const *_Nonnull arguments, char *_Nullable const *_Nonnull environment,
  const int streams[_Nonnull 4], pid_t *_Nonnull pid);

// Starts the plan's program below this process, which has one thread. It has the standard streams of this process, and dies
// with it. A `confine_failure` is written to `failures` if it cannot begin; the descriptor is closed once it has begun. With
// namespaces the new process is the first one in them, and writes the program's status, as of `waitpid`, to `status` when that
// has ended.
pid_t confine_start(const struct confine_plan *_Nonnull plan, int failures, int status);

// The version of Landlock; -1 if the kernel has none.
int confine_landlock_version(void);
int confine_has_seccomp(void);
// Whether a process with namespaces of its own can be had: tries.
int confine_try_namespaces(void);

// Orphans below this process become its children.
int confine_adopt_orphans(void);
// No process of the same user may read this one's memory.
int confine_hide_memory(void);

enum { CONFINE_CHILD = 1, CONFINE_CONTROL = 2 };
// Waits until a child has ended, there is something on `control` (its end, for example), or the time is over. Answers a set of
// the two. Before the first call `confine_watch_children` is called.
int confine_wait(int control, int milliseconds);
int confine_watch_children(void);
