"""The process that reads a case, gone wrong as its first argument says."""

import os
import socket
import sys
from threading import Event

from allocator.web import reading

WAYS = {}


def way(function):
    WAYS[function.__name__] = function
    return function


@way
def dies(_files):
    """As a fault in a library that is not written in Python."""
    os.abort()


@way
def fails(_files):
    raise ValueError("secret name")


@way
def eats(_files):
    """Takes memory as long as it is given any."""
    held = []
    while True:
        held.append(bytearray(256 << 20))


@way
def hangs(_files):
    Event().wait()


@way
def waits(files):
    """Says on the port of the second argument that it has begun, and reads when it is told to."""
    with socket.create_connection(("127.0.0.1", int(sys.argv[2]))) as told:
        told.recv(1)
    return read(files)


read = reading.read
if __name__ == "__main__":
    reading.read = WAYS[sys.argv[1]]
    os._exit(reading.main())
