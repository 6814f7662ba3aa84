"""Reads a secret out of the memory of the program that plays against it: read_memory.py PROCESS ADDRESS LENGTH file|call"""
import ctypes
import os
import sys

process, address, length, way = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
try:
    if way == "file":
        with open(f"/proc/{process}/mem", "rb", 0) as memory:
            memory.seek(address)
            found = memory.read(length)
    else:
        class Part(ctypes.Structure):
            _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]

        buffer = ctypes.create_string_buffer(length)
        here, there = Part(ctypes.addressof(buffer), length), Part(address, length)
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.process_vm_readv(process, ctypes.byref(here), 1, ctypes.byref(there), 1, 0) != length:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
        found = buffer.raw
    print("read", found.decode(), flush=True)
except OSError as error:
    print("refused:", error.strerror, flush=True)
