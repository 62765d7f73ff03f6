#!/bin/sh
# Starts the web page; Ctrl-C ends it.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
if [ ! -x "$here/venv/bin/allocator" ]; then
    cat "$here/messages/not-installed.txt" >&2
    exit 1
fi
exec "$here/venv/bin/allocator" serve "$@"
