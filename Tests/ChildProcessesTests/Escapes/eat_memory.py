"""Takes 96 MiB, which is little, but more than a test allows: eat_memory.py own|shared|apart"""
import mmap
import os
import sys
import time

held = []
try:
    if sys.argv[1] == "apart":
        # Four processes with a quarter each.
        for _ in range(3):
            if os.fork() == 0:
                break
    for _ in range(24 if sys.argv[1] == "apart" else 96):
        if sys.argv[1] == "shared":
            held.append(mmap.mmap(-1, 1 << 20))
            held[-1].write(b"x" * (1 << 20))
        else:
            held.append(b"x" * (1 << 20))
    print("held", flush=True)
except MemoryError:
    print("refused: out of memory", flush=True)
time.sleep(30)
