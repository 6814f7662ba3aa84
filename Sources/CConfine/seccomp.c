#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

// What an adversary has no use for. Numbers from 424 on are the same on every processor, and older headers lack some.
static const unsigned refused[] = {
  // The network, and what would do the same without these calls.
  SYS_socket, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4, 425 /* io_uring_setup */,
  426 /* io_uring_enter */, 427 /* io_uring_register */,
  // Other processes.
  SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, SYS_perf_event_open, 438 /* pidfd_getfd */,
  440 /* process_madvise */, SYS_setsid, SYS_setpgid,
  // Other views of the system.
  SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, 428 /* open_tree */, 429 /* move_mount */,
  430 /* fsopen */, 431 /* fsconfig */, 432 /* fsmount */, 433 /* fspick */, 442 /* mount_setattr */,
  SYS_open_by_handle_at,
  // The kernel.
  SYS_bpf, SYS_userfaultfd, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_init_module, SYS_finit_module, SYS_delete_module,
  SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_swapoff, SYS_acct, SYS_quotactl, SYS_syslog,
  // Memory that no folder and no process shows, or that outlives its maker.
  SYS_memfd_create, 447 /* memfd_secret */, SYS_shmget, SYS_msgget, SYS_semget, SYS_mq_open,
};
enum { REFUSED = sizeof refused / sizeof *refused, NEW_CLONE = 435 };
enum {
  NEW_NAMESPACES = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET,
};

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, value)
#define SKIP_UNLESS(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, count)
#define REFUSE ANSWER(SECCOMP_RET_ERRNO | EPERM)

int confine_has_seccomp(void) {
  unsigned action = SECCOMP_RET_ERRNO;
  return (int)syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action);
}

int confine_restrict_calls(void) {
  static const struct sock_filter head[] = {
    LOAD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
    ANSWER(SECCOMP_RET_KILL_PROCESS),
    LOAD(nr),
    // The 32-bit ABI of x86-64 has other numbers for the same calls.
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
    ANSWER(SECCOMP_RET_KILL_PROCESS),
  };
  // The low half of an argument: both processors have it first.
  static const struct sock_filter tail[] = {
    // Its flags stand in memory, where no filter sees them; whoever calls it then calls clone.
    SKIP_UNLESS(NEW_CLONE, 1), ANSWER(SECCOMP_RET_ERRNO | ENOSYS),
    SKIP_UNLESS(SYS_clone, 4), LOAD(args[0]), BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, NEW_NAMESPACES, 0, 1), REFUSE,
    ANSWER(SECCOMP_RET_ALLOW),
    // It stays mortal, and visible to its supervisor.
    SKIP_UNLESS(SYS_prctl, 5), LOAD(args[0]), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_PDEATHSIG, 1, 0),
    SKIP_UNLESS(PR_SET_DUMPABLE, 1), REFUSE, ANSWER(SECCOMP_RET_ALLOW),
    // Nobody else is signalled by chance.
    SKIP_UNLESS(SYS_kill, 3), LOAD(args[0]), SKIP_UNLESS(0xFFFFFFFF, 1), REFUSE,
    ANSWER(SECCOMP_RET_ALLOW),
  };
  enum { HEAD = sizeof head / sizeof *head, TAIL = sizeof tail / sizeof *tail };
  struct sock_filter filter[HEAD + 2 * REFUSED + TAIL];
  unsigned short length = 0;
  for (int index = 0; index < HEAD; index++) filter[length++] = head[index];
  for (int index = 0; index < REFUSED; index++) {
    filter[length++] = (struct sock_filter)SKIP_UNLESS(refused[index], 1);
    filter[length++] = (struct sock_filter)REFUSE;
  }
  for (int index = 0; index < TAIL; index++) filter[length++] = tail[index];
  const struct sock_fprog program = {length, filter};
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}
#else
int confine_has_seccomp(void) { errno = ENOSYS; return -1; }
int confine_restrict_calls(void) { errno = ENOSYS; return -1; }
#endif
