"""Reads a file of its user's, and writes to it: use_files.py @FILE"""
import sys

for what, mode in (("read", "r"), ("wrote", "a")):
    try:
        with open(sys.argv[1][1:], mode) as file:
            print(what, file.read() if mode == "r" else file.write("!"), flush=True)
    except OSError as error:
        print("refused:", error.strerror, flush=True)
