#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef __linux__
int confine_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
int confine_socket_pair(int ends[2]) { return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends); }
#else
static int close_on_execution(const int ends[2]) {
  return fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 && fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 ? 0 : -1;
}
int confine_pipe(int ends[2]) { return pipe(ends) == 0 ? close_on_execution(ends) : -1; }
int confine_socket_pair(int ends[2]) {
  return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0 ? close_on_execution(ends) : -1;
}
#endif

ssize_t confine_write(int descriptor, const void *bytes, size_t count) {
  sigset_t pipe, before, pending;
  if (sigemptyset(&pipe) != 0 || sigaddset(&pipe, SIGPIPE) != 0 || sigpending(&pending) != 0) return -1;
  const int was_pending = sigismember(&pending, SIGPIPE);
  int error = pthread_sigmask(SIG_BLOCK, &pipe, &before);
  if (error != 0) { errno = error; return -1; }
  const ssize_t written = write(descriptor, bytes, count);
  const int code = errno;
  // It is this thread's, and there is one now.
  int signal;
  if (written < 0 && code == EPIPE && !was_pending) error = sigwait(&pipe, &signal);
  const int restored = pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = error != 0 ? error : restored != 0 ? restored : code;
  return error == 0 && restored == 0 ? written : -1;
}

static int prepare(posix_spawnattr_t *attributes, posix_spawn_file_actions_t *actions, const int streams[4]) {
  sigset_t none, all;
  if (sigemptyset(&none) != 0 || sigfillset(&all) != 0) return errno;
  int error = posix_spawnattr_setsigmask(attributes, &none);
  if (error == 0) error = posix_spawnattr_setsigdefault(attributes, &all);
  short flags = POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
#ifdef __APPLE__
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  if (error == 0) error = posix_spawnattr_setflags(attributes, flags);
  for (int stream = 0; stream < 4 && error == 0; stream++)
    error = posix_spawn_file_actions_adddup2(actions, streams[stream], stream);
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
  // Elsewhere all that this program opens closes by itself, and so does all else when the command begins.
  if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(actions, 4);
#endif
  return error;
}

int confine_launch(
  const char *program, char *const *arguments, char *const *environment, const int streams[4], pid_t *pid) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  int error = posix_spawnattr_init(&attributes);
  if (error != 0) return error;
  error = posix_spawn_file_actions_init(&actions);
  if (error == 0) {
    error = prepare(&attributes, &actions, streams);
    if (error == 0) error = posix_spawn(pid, program, &actions, &attributes, arguments, environment);
    const int freed = posix_spawn_file_actions_destroy(&actions);
    if (error == 0) error = freed;
  }
  const int freed = posix_spawnattr_destroy(&attributes);
  return error == 0 ? freed : error;
}

static void ignore(int signal) { (void)signal; }

// The signal is let in while `confine_wait` waits only, so that none is missed.
int confine_watch_children(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = ignore;
  sigset_t child;
  if (sigemptyset(&child) != 0 || sigaddset(&child, SIGCHLD) != 0) return -1;
  if (sigaction(SIGCHLD, &action, NULL) != 0) return -1;
  return sigprocmask(SIG_BLOCK, &child, NULL);
}

int confine_wait(int control, int milliseconds) {
  fd_set readable;
  FD_ZERO(&readable);
  if (control >= 0 && control < FD_SETSIZE) FD_SET(control, &readable);
  const struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
  sigset_t none;
  if (sigemptyset(&none) != 0) return -1;
  const int ready = pselect(control + 1, &readable, NULL, NULL, &time, &none);
  if (ready < 0) return errno == EINTR ? CONFINE_CHILD : -1;
  return ready > 0 ? CONFINE_CONTROL : 0;
}
