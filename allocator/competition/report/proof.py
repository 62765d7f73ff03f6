"""What has been proven of an optimum, in plain sentences."""

from allocator.competition.labels import Labels
from allocator.competition.pipeline import Run


def proof_sentences(run: Run, labels: Labels) -> list[tuple[str, list[str], str]]:
    """For each stage that was run, what each level means, and whether there is another outcome as good.

    "Most" and "least" are said of proven levels alone.
    """
    found = []
    for stage in run.outcome.stages:
        if stage.state != "run":
            continue
        lines, under = [], "first"
        for level in stage.levels:
            name, value = labels.words(f"level.{level.name}"), labels.level(level.name, level.value)
            if level.proven:
                lines.append(labels.words(f"proofs.{under}.{level.sense}", level=name, value=value))
            else:
                bound = labels.level(level.name, level.bound)
                lines.append(labels.words("proofs.open", level=name, value=value, bound=bound))
            under = "then"
        alone = ""
        if stage.unique is not None:
            alone = labels.words("outcome.unique" if stage.unique else "outcome.not_unique")
        found.append((labels.words(f"arg.stage.{stage.stage}"), lines, alone))
    return found
