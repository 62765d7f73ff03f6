"""Post Allocator: everything that decides, computes or prints."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("post-allocator")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0.1.0"
