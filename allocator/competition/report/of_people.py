"""Sheets of scores: everybody's named scores with their parts, and every pair of a person and a chief post."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from allocator.competition.labels import Labels
from allocator.competition.report.findings import Findings
from allocator.competition.report.seats import chief_results
from allocator.competition.scoring.people import counted_reviews, kept_marks, reviews_by_person, speeches_by_person
from allocator.competition.scoring.wishes import votes_by_person
from allocator.competition.words.scores import label
from allocator.report.sheet import Cell, Column, Sheet, Tone, columns, points, sheet


def scores_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a person: part in the contest, each mark that counts, each named score (articles 2 to 10)."""
    bureau, case, book = findings.scores.bureau, findings.case, findings.scores.bureau.rulebook
    papers, heads = tuple(book.exam.weights), tuple(book.appraisal.weights)
    exams = {row.person_id: row.marks for row in case.exams}
    appraisals = {row.person_id: row.marks for row in case.appraisals}
    reviews, speeches = reviews_by_person(bureau), speeches_by_person(bureau)
    rows: list[list[Cell]] = []
    for person in case.people:
        who = person.person_id
        track, own = findings.scores.tracks[who], findings.scores.people[who]
        counted = counted_reviews(reviews.get(who, ()), book.review)
        marks = speeches.get(who, [])
        rows.append(
            [
                who,
                labels.person(who),
                labels.words(f"track.{track.track}"),
                labels.words(f"rank.{person.rank}"),
                labels.section(person.section_id),
                labels.words("yes" if track.entrant else "no"),
                labels.joined((labels.words(f"bar.{bar}") for bar in track.bars), "semicolon") if track.bars else None,
                *(exams.get(who, {}).get(paper) for paper in papers),
                points(own.exam),
                *(appraisals.get(who, {}).get(head) for head in heads),
                points(own.appraisal),
                *_filled(counted, book.review.years),
                points(own.review),
                book.quantification.bonus.get(person.rank, 0),
                points(own.quantification),
                len(marks) or None,
                len(kept_marks(marks, book.speech)) or None,
                points(own.speech),
            ]
        )
    return sheet(
        labels,
        "scores",
        [
            *columns(labels, "person_id person track rank from entrant ~bars"),
            *_numbers(label("part", name, labels.lang) for name in papers),
            Column(labels.words("score.exam"), "number"),
            *_numbers(label("part", name, labels.lang) for name in heads),
            Column(labels.words("score.appraisal"), "number"),
            *_numbers(labels.words("head.review_year", number=i + 1) for i in range(book.review.years)),
            Column(labels.words("score.review"), "number"),
            *columns(labels, "#bonus"),
            Column(labels.words("score.quantification"), "number"),
            *columns(labels, "#judges #kept"),
            Column(labels.words("score.speech"), "number"),
        ],
        rows,
    )


def _numbers(names: Iterable[str]) -> list[Column]:
    return [Column(name, "number") for name in names]


def _filled(marks: Sequence[Decimal], places: int) -> list[Decimal | None]:
    return [*marks, *[None] * (places - len(marks))]


def pairs_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a pair of an entrant and an open post: votes by group, recommendation, composite (articles 9 to 12)."""
    scores = findings.scores
    groups = tuple(scores.bureau.rulebook.recommendation.weights)
    votes = votes_by_person(scores.bureau)
    rows: list[list[Cell]] = []
    tones: list[Tone] = []
    for pair in scores.pairs:
        own = scores.people[pair.person_id]
        by_group = votes.get(pair.person_id, {}).get(pair.section_id, {})
        reasons = labels.joined((labels.words(f"rule.{rule}") for rule in pair.barred), "semicolon")
        rows.append(
            [
                pair.person_id,
                labels.person(pair.person_id),
                pair.section_id,
                labels.section(pair.section_id),
                labels.words("basis.filed" if pair.applied else "basis.written_in"),
                pair.round,
                pair.choice if pair.applied else None,
                *(by_group.get(group, 0) for group in groups),
                pair.votes,
                pair.present,
                pair.rate,
                points(pair.recommendation),
                points(own.quantification),
                points(own.speech),
                points(pair.composite),
                labels.words("mark.admissible" if pair.admissible else "mark.barred"),
                None if pair.admissible else reasons,
            ]
        )
        tones.append("" if pair.admissible else "bad")
    return sheet(
        labels,
        "pairs",
        [
            *columns(labels, "person_id person section_id section basis #round #choice"),
            *_numbers(label("voters", group, labels.lang) for group in groups),
            *columns(labels, "#votes #present #rate"),
            *_numbers(labels.words(f"score.{n}") for n in ("recommendation", "quantification", "speech", "composite")),
            *columns(labels, "admissible ~barred"),
        ],
        rows,
        tones,
    )


def contest_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a person who stood for a post, in the post's own order (article 13-3), with what came of it."""
    results = chief_results(findings, labels)
    rows: list[list[Cell]] = []
    tones: list[Tone] = []
    for section_id, stood in results.posts.items():
        places: dict[int, int] = defaultdict(int)
        for rank, pair in enumerate(stood, start=1):
            places[pair.round] += 1
            rows.append(
                [
                    section_id,
                    labels.section(section_id),
                    pair.round,
                    rank,
                    places[pair.round],
                    pair.person_id,
                    labels.person(pair.person_id),
                    labels.words("basis.filed" if pair.applied else "basis.written_in"),
                    points(pair.composite),
                    pair.votes,
                    pair.rate,
                    *results.words_of(pair),
                ]
            )
            tones.append("good" if results.wins_any(pair) else "")
    headings = [
        *columns(labels, "section_id section #round #post_rank #round_rank person_id person basis"),
        Column(labels.words("score.composite"), "number"),
        *columns(labels, "#votes #rate"),
        *(Column(labels.words(f"method.{run.outcome.method}")) for run in findings.runs),
    ]
    return sheet(labels, "contest", headings, rows, tones)
