"""Makes system calls that an adversary has no use for, and prints those that were not refused."""
import ctypes
import os
import sys

libc = ctypes.CDLL(None, use_errno=True)
EPERM, NEW_USER = 1, 0x10000000


def made(name, *arguments):
    ctypes.set_errno(0)
    answer = getattr(libc, name)(*arguments)
    if answer < 0 and ctypes.get_errno() == EPERM:
        return None
    return name


calls = [
    made("socket", 2, 1, 0), made("socket", 1, 1, 0), made("ptrace", 0x4206, os.getpid(), 0, 0), made("setsid"),
    made("unshare", NEW_USER), made("memfd_create", b"x", 0), made("shmget", 0, 4096, 0o600), made("kill", -1, 0),
    made("prctl", 1, 0, 0, 0, 0),
]
print(*[name for name in calls if name], flush=True)
