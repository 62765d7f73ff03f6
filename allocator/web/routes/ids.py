"""What an address may name."""

from typing import Annotated

from fastapi import Form, Path

CaseId = Annotated[str, Path(pattern=r"^[0-9a-f]{16}$")]
RunId = Annotated[str, Path(pattern=r"^r[0-9a-f]{12}$")]
Short = Annotated[str, Form(max_length=200)]
Long = Annotated[str, Form(max_length=2000)]
