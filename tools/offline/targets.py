"""The platforms a bundle is made for: which wheels fit them, and how their Python answers environment markers."""

from dataclasses import dataclass
from pathlib import PurePath

OLDEST_GLIBC = 28
"""Wheels may ask for glibc 2.28 at most: what Kylin V10, UOS V20 and Debian 10 have."""


@dataclass(frozen=True)
class Target:
    """One platform: its name in file names, the wheel tags it takes, and its marker values."""

    name: str
    tags: tuple[str, ...]
    system: str
    machine: str

    def environment(self, python: str) -> dict[str, str]:
        """What the markers of requirements see on this platform; ``python`` is like ``3.11``."""
        windows = self.system == "Windows"
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{python}.0",
            "os_name": "nt" if windows else "posix",
            "platform_machine": self.machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": self.system,
            "platform_version": "",
            "python_full_version": f"{python}.0",
            "python_version": python,
            "sys_platform": "win32" if windows else "linux",
        }

    def scripts(self, file: str) -> bool:
        """Whether a script of the payload is one of this platform."""
        suffix = PurePath(file).suffix
        return suffix != (".sh" if self.system == "Windows" else ".cmd")


def _linux(machine: str) -> Target:
    glibcs = tuple(f"manylinux_2_{minor}_{machine}" for minor in range(OLDEST_GLIBC, 16, -1))
    return Target(f"linux-{machine}", (*glibcs, f"manylinux2014_{machine}"), "Linux", machine)


TARGETS = {
    target.name: target
    for target in (_linux("x86_64"), _linux("aarch64"), Target("windows-amd64", ("win_amd64",), "Windows", "AMD64"))
}
