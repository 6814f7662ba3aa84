"""Misbehaves on its streams: misbehave.py HOW"""
import os
import sys
import time

how = sys.argv[1]
if how == "flood-errors":
    os.write(2, b"")
    for count in range(20_000):
        sys.stderr.write(f"{count} {'e' * 40}\n")
    print("done", flush=True)
elif how == "long-error":
    sys.stderr.write("e" * 3_000_000)
    print("done", flush=True)
elif how == "flood-output":
    while True:
        os.write(1, b"unasked\n" * 1000)
elif how == "close-input":
    os.close(0)
    print("closed", flush=True)
elif how == "ignore-input":
    print("deaf", flush=True)
elif how == "close-output":
    sys.stdout.write("half")
    sys.stdout.flush()
    os.close(1)
elif how == "huge-line":
    os.write(1, b"x" * (2 << 20))
elif how == "mid-line":
    os.write(1, b"whole\nhalf")
    sys.exit(3)
elif how == "ignore-signals":
    import signal
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    print("ready", flush=True)
elif how == "echo":
    for text in sys.stdin:
        sys.stdout.write(text)
        sys.stdout.flush()
    sys.exit(0)
time.sleep(30)
