"""What a program can know of its user and of other processes: look_around.py PROCESS"""
import os
import sys

process = int(sys.argv[1])


def line(name):
    with open("/proc/self/status") as status:
        return next((text.split()[1] for text in status if text.startswith(name)), "")


def attempt(what):
    try:
        what()
        return "yes"
    except OSError as error:
        return error.strerror


print("secret:", os.environ.get("GAMEKEEPER_SECRET", "no"))
print("privileges:", "none" if set(line("CapEff") + line("CapPrm")) == {"0"} and line("NoNewPrivs") == "1" else "some")
print("arguments:", attempt(lambda: open(f"/proc/{process}/cmdline").close()))
print("signals:", attempt(lambda: os.kill(process, 0)))
print("open files:", sum(attempt(lambda: os.fstat(number)) == "yes" for number in range(3, 100)), flush=True)
