#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>

#ifdef __linux__
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// As of the seventh version; the headers of the system may be older than its kernel. The numbers are the same on every processor.
enum { CREATE_RULESET = 444, ADD_RULE, RESTRICT_SELF };
enum { PATH_BENEATH = 1, ASK_VERSION = 1 };

struct ruleset {
  uint64_t files, network, scope;
};

struct path_rule {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

enum {
  EXECUTE = 1 << 0, WRITE_FILE = 1 << 1, READ_FILE = 1 << 2, READ_FOLDER = 1 << 3,
  // A rule for a file can allow no more than these.
  OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | 1 << 14 /* truncate */ | 1 << 15 /* device control */,
};

// Rights over files that each version knows, from the first on.
static const uint64_t rights[] = {(1 << 13) - 1, (1 << 14) - 1, (1 << 15) - 1, (1 << 15) - 1, (1 << 16) - 1};

int confine_landlock_version(void) { return (int)syscall(CREATE_RULESET, NULL, 0, ASK_VERSION); }

// A path that does not exist needs no rule.
static int allow(int ruleset, const char *path, uint64_t allowed) {
  struct path_rule rule = {allowed, open(path, O_PATH | O_CLOEXEC)};
  if (rule.parent < 0) return errno == ENOENT || errno == EACCES || errno == ENOTDIR ? 0 : -1;
  struct stat kind;
  int result = fstat(rule.parent, &kind);
  if (result == 0 && !S_ISDIR(kind.st_mode)) rule.allowed &= OF_FILES;
  if (result == 0) result = (int)syscall(ADD_RULE, ruleset, PATH_BENEATH, &rule, 0);
  const int error = errno;
  if (close(rule.parent) != 0) return -1;
  errno = error;
  return result;
}

int confine_restrict_paths(const char *const *readable, const char *scratch) {
  const int version = confine_landlock_version();
  if (version < 1) return -1;
  const uint64_t all = rights[version < 5 ? version - 1 : 4];
  // Connecting and listening by TCP since the fourth version; abstract sockets and signals to others since the sixth.
  const struct ruleset set = {all, version < 4 ? 0 : 3, version < 6 ? 0 : 3};
  const size_t size = version < 4 ? 8 : version < 6 ? 16 : 24;
  const int ruleset = (int)syscall(CREATE_RULESET, &set, size, 0);
  if (ruleset < 0) return -1;
  int result = allow(ruleset, scratch, all & ~(uint64_t)EXECUTE);
  static const char *const devices[] = {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"};
  for (size_t index = 0; result == 0 && index < sizeof devices / sizeof *devices; index++)
    result = allow(ruleset, devices[index], READ_FILE | WRITE_FILE);
  for (; result == 0 && *readable; readable++) result = allow(ruleset, *readable, EXECUTE | READ_FILE | READ_FOLDER);
  if (result == 0) result = (int)syscall(RESTRICT_SELF, ruleset, 0);
  const int error = errno;
  if (close(ruleset) != 0) return -1;
  errno = error;
  return result;
}
#else
int confine_landlock_version(void) { errno = ENOSYS; return -1; }
int confine_restrict_paths(const char *const *readable, const char *scratch) {
  (void)readable, (void)scratch;
  errno = ENOSYS;
  return -1;
}
#endif
