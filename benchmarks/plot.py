"""The growth of time with people, both axes logarithmic, as SVG."""

from pathlib import Path

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.figures import Figures, fit
from benchmarks.peers import PEERS


def draw(figures: Figures, path: Path) -> None:
    """Left: whole commands with the fitted line. Right: the clerks' stage by every peer, where it finished."""
    matplotlib.rcParams.update({"svg.hashsalt": "post-allocator", "svg.fonttype": "none"})
    figure = Figure(figsize=(11, 4.5), layout="constrained")
    whole, stage = figure.subplots(1, 2)
    _whole(whole, figures)
    _stage(stage, figures)
    figure.savefig(path, format="svg", metadata={"Date": None})


def _whole(axes: Axes, figures: Figures) -> None:
    points = figures.growth()
    _logarithmic(axes, "allocator solve --method optimal, csv to outcome.json")
    if points:
        axes.plot(*zip(*points, strict=True), "o", label="median of 3 runs")
    if (line := fit(points)) is not None:
        ends = [min(points)[0], max(points)[0]]
        fitted = [line.factor * people**line.exponent for people in ends]
        axes.plot(ends, fitted, "-", label=f"fitted: people to the power of {line.exponent:.2f}")
    if points:
        axes.legend()


def _stage(axes: Axes, figures: Figures) -> None:
    _logarithmic(axes, "clerk stage, all levels, to the last proof")
    drawn = False
    for name, peer in PEERS.items():
        if points := figures.by_size(name):
            label = f"{name} (floor: one level, network only)" if peer.floor else name
            axes.plot(*zip(*points, strict=True), "o--" if peer.floor else "o-", markersize=4, label=label)
            drawn = True
    if drawn:
        axes.legend(fontsize="small")


def _logarithmic(axes: Axes, title: str) -> None:
    axes.set_title(title, fontsize="medium")
    axes.set_xlabel("people")
    axes.set_ylabel("seconds")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.grid(True, which="major", alpha=0.3)
