"""Runs a command in a network namespace of its own, where nothing but the loopback device exists."""

import shutil
import subprocess
import sys
from pathlib import Path

INSIDE = """
import fcntl, socket, struct, subprocess, sys
with socket.socket() as plain:
    fcntl.ioctl(plain, 0x8914, struct.pack("16sh14x", b"lo", 0x41))  # SIOCSIFFLAGS: up and running
names = [name for _, name in socket.if_nameindex() if name not in ("tunl0", "sit0", "ip6tnl0", "gre0")]
with socket.socket() as outward:
    try:
        outward.connect(("192.0.2.1", 9))  # an address kept for documentation: there is no way to it
        sys.exit("the network is not cut off")
    except OSError:
        pass
if names != ["lo"]:
    sys.exit(f"the network is not cut off: {names}")
sys.exit(subprocess.call(sys.argv[1:]))
"""
WAYS = (
    ("unshare", "--net"),
    ("unshare", "--user", "--map-root-user", "--net"),
    ("bwrap", "--dev-bind", "/", "/", "--unshare-net", "--cap-add", "CAP_NET_ADMIN"),
)


def prefix() -> list[str]:
    """What to put before a command so that it runs without a network.

    Raises:
        RuntimeError: when this machine allows none of the ways.
    """
    for way in WAYS:
        if shutil.which(way[0]):
            command = [*way, sys.executable, "-I", "-c", INSIDE]
            if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
                return command
    raise RuntimeError(
        "the network cannot be cut off here: run as root, allow user namespaces (kernel.unprivileged_userns_clone), "
        "or install bubblewrap"
    )


def run(
    command: list[str], folder: Path, *, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command, cut off, with an empty home folder and nothing of this environment."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    plain = {"HOME": str(home), "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", **(environment or {})}
    return subprocess.run([*prefix(), *command], cwd=folder, env=plain, capture_output=True, text=True, check=False)
