"""Debian's Chromium, servers of their own, and the files that are uploaded."""

import os
import shutil

import pytest
import xlsxwriter
from playwright.sync_api import sync_playwright
from python_calamine import CalamineWorkbook

from allocator.competition.files import write_case
from scenarios import embedded, embedded_folder, generate
from scenarios.as_kept import workbook
from tests.browser.serving import Server

FOREIGN = ("attacker.test", "rebound.test")
"""Names that lead to this machine, as an attacker's would; every other name leads nowhere."""
SPOILED = {("people", 4, "rank"): "科源", ("people", 9, "birth"): "1979-13-40", ("sections", 3, "headcount"): "若干"}
"""The cells of the spoiled workbook: sheet, row and column, and what is written there."""


@pytest.fixture(scope="session")
def chromium():
    """The browser."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "Chromium is missing: run `make test-browser`"
    names = [*(f"MAP {name} 127.0.0.1" for name in FOREIGN), "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"]
    arguments = ["--disable-gpu", "--disable-dev-shm-usage", f"--host-resolver-rules={','.join(names)}"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def server(tmp_path):
    """A server over an empty store; it must live to the end, and end as told."""
    opened = Server(tmp_path)
    yield opened
    assert opened.alive
    code, told = opened.end()
    assert code == 0 and "Traceback" not in told


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    """The embedded bureau, sound, spoiled, and as its office keeps it; a bureau of 2,000, and one long to search."""
    folder = tmp_path_factory.mktemp("files")
    write_case(embedded(), folder / "bureau.xlsx")
    spoil(folder / "bureau.xlsx", folder / "spoiled.xlsx")
    (folder / "kept.xlsx").write_bytes(workbook(embedded_folder()))
    write_case(generate(2000, 100, 1, trios=400), folder / "large.json")
    write_case(generate(20_000, 1000, 1), folder / "vast.json")
    return folder


def spoil(source, target):
    """Writes a workbook anew with the cells of ``SPOILED``."""
    book = CalamineWorkbook.from_path(str(source))
    with xlsxwriter.Workbook(target, {"default_date_format": "yyyy-mm-dd"}) as anew:
        for name in book.sheet_names:
            sheet = anew.add_worksheet(name)
            rows = book.get_sheet_by_name(name).to_python()
            for number, row in enumerate(rows, start=1):
                for column, cell in enumerate(row):
                    sheet.write(number - 1, column, SPOILED.get((name, number, rows[0][column]), cell))
