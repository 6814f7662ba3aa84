#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

// Whoever reads the other end may be gone, and then the status says that something failed.
static _Noreturn void fail(int failures, int step) {
  const struct confine_failure failure = {step, errno};
  _exit(write(failures, &failure, sizeof failure) == sizeof failure ? 126 : 127);
}

static int limit_softly(int resource, rlim_t value, rlim_t most) {
  struct rlimit now;
  if (getrlimit(resource, &now) != 0) return -1;
  // A limit that is stricter already stays.
  if (now.rlim_max != RLIM_INFINITY && now.rlim_max < most) most = now.rlim_max;
  const struct rlimit new = {value < most ? value : most, most};
  return setrlimit(resource, &new);
}

static int limit(int resource, rlim_t value) { return limit_softly(resource, value, value); }

static int limit_resources(const struct confine_plan *plan) {
  // First comes a signal that tells why, and a second later one that nobody can ignore.
  if (limit_softly(RLIMIT_CPU, plan->processor_seconds, plan->processor_seconds + 1) != 0) return -1;
  if (limit(RLIMIT_FSIZE, plan->file_bytes) != 0) return -1;
  if (limit(RLIMIT_NOFILE, plan->files) != 0) return -1;
  // Not the address space: several runtimes reserve far more than they use.
  if (limit(RLIMIT_DATA, plan->memory_bytes) != 0) return -1;
#ifdef __linux__
  // Elsewhere than in a user namespace of its own, all processes of the user count, those of other programs too.
  if (plan->rungs & CONFINE_NAMESPACES && limit(RLIMIT_NPROC, plan->tasks) != 0) return -1;
#endif
  return 0;
}

// What the standard streams are not is closed when the program begins.
static int close_others(void) {
#if defined(__linux__) && defined(SYS_close_range)
  if (syscall(SYS_close_range, 3, ~0U, 1U << 2 /* CLOSE_RANGE_CLOEXEC */) == 0) return 0;
#endif
  const long limit = sysconf(_SC_OPEN_MAX);
  for (int descriptor = 3; descriptor < (limit > 0 && limit < 65536 ? limit : 65536); descriptor++)
    if (fcntl(descriptor, F_SETFD, FD_CLOEXEC) != 0 && errno != EBADF) return -1;
  return 0;
}

// No capability, now or through any program that it executes.
static int drop_privileges(void) {
#ifdef __linux__
  if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0 && errno != EINVAL) return -1;
  for (int capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; capability++)
    // Whoever may not drop one has none to drop: a program of another user is not obeyed, with no_new_privs.
    if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0 && errno != EPERM) return -1;
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  const struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
  return (int)syscall(SYS_capset, &header, none);
#else
  return 0;
#endif
}

// Sent when the parent ends. `parent` is whom it must still have.
static int die_with(pid_t parent) {
#ifdef __linux__
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
  if (getppid() != parent) { errno = ESRCH; return -1; }
#else
  (void)parent;
#endif
  return 0;
}

static _Noreturn void execute(const struct confine_plan *plan, pid_t parent, int failures) {
  sigset_t none;
  if (sigemptyset(&none) != 0 || setsid() < 0 || die_with(parent) != 0 || limit(RLIMIT_CORE, 0) != 0)
    fail(failures, CONFINE_SESSION);
  if (close_others() != 0) fail(failures, CONFINE_DESCRIPTORS);
  if (plan->rungs & CONFINE_BASICS) {
    if (chdir(plan->scratch) != 0) fail(failures, CONFINE_FOLDER);
    if (limit_resources(plan) != 0) fail(failures, CONFINE_LIMITS);
  }
#ifdef __linux__
  if (plan->rungs && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail(failures, CONFINE_PRIVILEGES);
#endif
  if (plan->rungs & CONFINE_BASICS && drop_privileges() != 0) fail(failures, CONFINE_PRIVILEGES);
  if (plan->rungs & CONFINE_LANDLOCK && confine_restrict_paths(plan->readable, plan->scratch) != 0) fail(failures, CONFINE_PATHS);
  if (sigprocmask(SIG_SETMASK, &none, NULL) != 0) fail(failures, CONFINE_SESSION);
  if (plan->rungs & CONFINE_SECCOMP && confine_restrict_calls() != 0) fail(failures, CONFINE_CALLS);
  execve(plan->program, plan->arguments, plan->environment);
  fail(failures, CONFINE_PROGRAM);
}

// The first process of new namespaces: with it all others in them end.
static _Noreturn void lead(const struct confine_plan *plan, uid_t user, gid_t group, int failures, int status) {
  // There is no parent that could be seen from here; it has the other end of `status`.
  struct pollfd other = {status, 0, 0};
  if (die_with(0) != 0 || poll(&other, 1, 0) < 0 || other.revents & POLLERR) fail(failures, CONFINE_SESSION);
  if (confine_enter_namespaces(user, group) != 0) fail(failures, CONFINE_NAMES);
  const pid_t program = fork();
  if (program < 0) fail(failures, CONFINE_NAMES);
  if (program == 0) execute(plan, 1, failures);
  // Else the streams would stay open when the program closes them.
  for (int stream = 0; stream <= 2; stream++)
    if (close(stream) != 0 && errno != EBADF) fail(failures, CONFINE_DESCRIPTORS);
  if (close(failures) != 0) _exit(127);
  for (;;) {
    int ending;
    const pid_t ended = waitpid(-1, &ending, 0);
    if (ended < 0 && errno != EINTR) _exit(127);
    if (ended == program) _exit(write(status, &ending, sizeof ending) == sizeof ending ? 0 : 127);
  }
}

pid_t confine_start(const struct confine_plan *plan, int failures, int status) {
  const pid_t parent = getpid();
  const uid_t user = geteuid();
  const gid_t group = getegid();
  const int is_namespaced = plan->rungs & CONFINE_NAMESPACES;
  const pid_t child = is_namespaced ? confine_fork_into_namespaces() : fork();
  if (child != 0) return child;
  if (is_namespaced) lead(plan, user, group, failures, status);
  execute(plan, parent, failures);
}

int confine_adopt_orphans(void) {
#ifdef __linux__
  return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
#else
  return 0;
#endif
}

int confine_hide_memory(void) {
#ifdef __linux__
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#else
  return 0;
#endif
}
