"""Warnings of exchange and rotation: what does not stop a run but should be looked at before anybody decides."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "warning.post_over_seats": Entry(
        "岗位{post_id}现有{holders}人，超过职数{seats}：不再调入，只出不进（第十五条）",
        "post {post_id} holds {holders} people for {seats} seats: nobody enters it (article 15-1)",
    ),
    "warning.wish_not_allowed": Entry(
        "{person_id}的第{choice}志愿{post_id}不在可去之列：{bar}",
        "choice {choice} of {person_id}, {post_id}, is not allowed: {bar}",
    ),
    "warning.due_without_post": Entry(
        "{person_id}（{duty}）没有任何可去的岗位", "{person_id} ({duty}) may move to no post at all"
    ),
    "warning.must_unmet": Entry(
        "{person_id}应当必须交流而未能交流：{reason}", "{person_id} must be exchanged and is not: {reason}"
    ),
}
