"""Writes four MiB, which is little, but more than a test allows: fill_disk.py one|many|deleted"""
import os
import sys
import time

way = sys.argv[1]
block = b"x" * (1 << 16)
files = []
try:
    for count in range(64):
        if way != "one" or not files:
            name = f"file{count}"
            files.append(open(name, "wb", 0))
            if way == "deleted":
                os.remove(name)
        if files[-1].write(block) < len(block):
            raise OSError(0, "written in part")
    print("filled", flush=True)
except OSError as error:
    print("refused:", error.strerror, flush=True)
time.sleep(30)
