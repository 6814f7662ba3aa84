"""Leaves a process behind that nobody should find: a grandchild without its parents, in a session of its own if it can have one,
with no signal at anybody's end, and with or without the standard streams: outlive.py [keep]"""
import ctypes
import os
import sys
import time

libc = ctypes.CDLL(None)
if os.fork() == 0:
    try:
        os.setsid()
    except OSError:
        pass
    if os.fork() == 0:
        os.closerange(3, 256)
        libc.prctl(1, 0)  # PR_SET_PDEATHSIG
        print("left", os.getpid(), flush=True)
        if len(sys.argv) == 1:
            for stream in range(3):
                os.close(stream)
        time.sleep(30)
    os._exit(0)
os.wait()
time.sleep(0.05)
