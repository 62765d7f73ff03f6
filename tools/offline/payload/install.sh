#!/bin/sh
# Finds a Python that this bundle has wheels for and hands over to install.py.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
for python in "$here/python/bin/python3" python3.11 python3.12 python3.13 python3.14 python3 \
    /usr/local/bin/python3.11 /usr/local/bin/python3.12 /usr/local/bin/python3.13; do
    if "$python" -I "$here/install.py" --probe >/dev/null 2>&1; then
        exec "$python" -I "$here/install.py" "$@"
    fi
done
cat "$here/messages/no-python.txt" >&2
exit 1
