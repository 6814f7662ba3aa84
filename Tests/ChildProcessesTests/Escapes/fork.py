"""Forks again and again, up to a hundred processes; each of them ends after half a minute at the latest: fork.py ""|session"""
import os
import sys
import time

for count in range(100):
    if os.fork() == 0:
        if sys.argv[1]:
            os.setsid()
        time.sleep(30)
        os._exit(0)
    time.sleep(0.003)
print("forked", flush=True)
time.sleep(30)
