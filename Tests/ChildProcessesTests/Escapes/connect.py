"""Connects to a port of this machine: connect.py PORT"""
import socket
import sys

try:
    with socket.create_connection(("127.0.0.1", int(sys.argv[1])), 5):
        print("connected", flush=True)
except OSError as error:
    print("refused:", error.strerror, flush=True)
