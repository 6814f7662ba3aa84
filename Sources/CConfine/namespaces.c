#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>

#ifdef __linux__
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

pid_t confine_fork_into_namespaces(void) {
  const unsigned long flags = CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | SIGCHLD;
  return (pid_t)syscall(SYS_clone, flags, 0, 0, 0, 0);
}

static int write_file(const char *path, const char *text) {
  const int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return -1;
  const ssize_t length = (ssize_t)strlen(text), written = write(file, text, (size_t)length);
  const int error = errno;
  if (close(file) != 0) return -1;
  errno = error;
  return written == length ? 0 : -1;
}

int confine_enter_namespaces(uid_t user, gid_t group) {
  char users[64], groups[64];
  snprintf(users, sizeof users, "%u %u 1\n", user, user);
  snprintf(groups, sizeof groups, "%u %u 1\n", group, group);
  // Old kernels know no such file, and ask for nothing then.
  if (write_file("/proc/self/setgroups", "deny") != 0 && errno != ENOENT) return -1;
  if (write_file("/proc/self/uid_map", users) != 0 || write_file("/proc/self/gid_map", groups) != 0) return -1;
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return -1;
  return mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
}

int confine_try_namespaces(void) {
  const uid_t user = geteuid();
  const gid_t group = getegid();
  const pid_t child = confine_fork_into_namespaces();
  if (child < 0) return -1;
  if (child == 0) _exit(confine_enter_namespaces(user, group) == 0 ? 0 : errno);
  int status;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  errno = WIFEXITED(status) ? WEXITSTATUS(status) : ECHILD;
  return errno == 0 ? 0 : -1;
}
#else
pid_t confine_fork_into_namespaces(void) { errno = ENOSYS; return -1; }
int confine_enter_namespaces(uid_t user, gid_t group) { (void)user, (void)group; errno = ENOSYS; return -1; }
int confine_try_namespaces(void) { errno = ENOSYS; return -1; }
#endif
