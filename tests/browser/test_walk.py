"""From an upload to a notice on the disk, through a real browser, in Chinese and in English; every page on the way
is held to what :meth:`~tests.browser.visiting.Visitor.holds` asks."""

import io
import os
import re
import signal
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from scenarios import embedded
from tests.browser.conftest import SPOILED
from tests.browser.visiting import WIDE, Visitor

NAMES = {person.person_id: person.name for person in embedded().people}
SECTIONS = {section.section_id: section.name for section in embedded().sections}
BY_KEYBOARD, BY_DRAG = ("003", "K04"), ("044", "K03")
"""Clerks and the sections they are pinned to; the second is in view of the first."""
RULED_OUT = ("006", "K12")
"""A clerk and the section he has a seat in, before it is ruled out."""
REASON, AUTHORITY = "工作需要：熟悉业务", "局党组"
HEAR = """() => {
  const said = document.getElementById("said");
  window.heard = [];
  new MutationObserver(() => heard.push(said.textContent)).observe(said, { childList: true });
}"""

OVER = "() => { const slot = document.querySelector('.slot.over'); return slot && slot.dataset.seat; }"


def middle(target):
    """The middle of what is shown of something."""
    box = target.bounding_box()
    top, bottom = max(box["y"], 0), min(box["y"] + box["height"], WIDE["height"])
    assert top < bottom
    return box["x"] + box["width"] / 2, (top + bottom) / 2


class Walk(Visitor):
    """One walk, step by step."""

    def enter(self):
        """The address works once and leaves no token behind; the language is switched where it is another."""
        assert self.path() == "/" and "token" not in self.page.url
        if self.lang == "en":
            self.follow(self.page.locator("header button[name=lang]"))
        self.holds("first page, empty")

    def upload(self, path):
        """Opens a case by the form."""
        self.at("/")
        self.page.locator("#files").set_input_files(path)
        self.follow(self.page.locator("form[action='/cases'] button"))
        assert re.fullmatch("/cases/[0-9a-f]{16}", self.path())
        return self.path()

    def see_faults(self, path):
        """Each spoiled cell is shown as it stands in the workbook, with what is wrong in the very cell."""
        self.upload(path)
        for (_, row, _), value in SPOILED.items():
            cells = self.page.locator(f"tr:has(> th:text-matches('^{row}\\\\b')) > td.faulty").filter(has_text=value)
            assert cells.count() == 1
            assert cells.locator(".fault").inner_text().strip()
        assert self.page.locator(".fault").count() == len(SPOILED)
        self.holds("faults")

    def confirm_readings(self, path):
        """An office's own workbook: each kind of reading is ticked by keyboard before the case opens."""
        case = self.upload(path)
        page = self.page
        boxes = page.locator("input[name=kind]")
        count = boxes.count()
        assert count > 2 and page.locator("#start").count() == 0
        self.holds("readings")
        self.at(case)
        button = page.locator("button[form=readings-form]")
        self.press(button)
        assert page.locator("input[name=kind]:invalid").count() == count  # the browser lets nothing go
        for number in range(count):
            self.press(boxes.nth(number), "Space")
        self.follow(button)
        self.announced(self.say("web.readings.done"))
        assert self.path() == case and page.locator("#start").count() == 1
        self.holds("case with readings")

    def open_ties(self, run):
        """From the count of ties to a section, with the people and where else they could sit."""
        page = self.page
        self.at(run)
        self.press(page.locator(".glance a[href='#ties']"))
        assert page.url.endswith("#ties")
        self.follow(page.locator("section[aria-labelledby=ties] li a").first)
        assert page.url.endswith("#ties") and page.locator("section[aria-labelledby=ties] tbody tr").count() > 0
        self.holds("tie")

    def show_names(self):
        """Names are masked until they are asked for."""
        self.page.reload()
        self.press(self.page.locator("header button[name=show]"), "Space")
        self.page.wait_for_selector("header button[name=show][value=no]")

    def start(self, case, method):
        """Starts a run of all stages, by keyboard alone."""
        self.at(case)
        self.press(self.page.locator(f"#method-{method}"), "Space")
        self.follow(self.page.locator("form[action$='/runs'] button"), "Space")
        assert re.fullmatch("/runs/r[0-9a-f]{12}", self.path())
        return self.path()

    def finish(self):
        """Waits until the page, reloaded by itself, shows what came of the run."""
        self.page.wait_for_selector(".verdict")

    def stop_in_mid_run(self, large):
        """Progress is live, survives a reload, is joined from a second tab, and ends in both when one says stop."""
        case = self.upload(large)
        self.holds("large case")
        run = self.start(case, "optimal")
        page = self.page
        page.wait_for_selector("#progress tbody tr")
        worker = self.server.held_run()  # looking around takes longer than searching
        self.announced(self.say("web.phase.working"))
        self.holds("run under way")
        page.reload()
        page.wait_for_selector("#progress tbody tr")
        second = self.open(self.server.base)
        second.locator(f"a[href='{run}']").click()
        second.wait_for_selector("#progress tbody tr")
        stop = second.locator(f"form[action='{run}/stop'] button")
        stop.focus()
        second.keyboard.press("Enter")
        second.wait_for_selector(f"form[action='{run}/stop'] button:disabled")
        os.kill(worker, signal.SIGCONT)
        for tab in (page, second):
            told = tab.locator(".verdict")
            told.wait_for()
            assert self.say("web.run.was_stopped") in told.inner_text()
            assert self.say("web.status.feasible") in told.inner_text()
        second.close()
        self.holds("run stopped")
        self.at("/log")
        assert self.say("web.log.run_stop_asked") in page.locator("main").inner_text()

    def solve(self, case):
        """A run to its proof."""
        run = self.start(case, "optimal")
        self.finish()
        assert self.say("web.status.optimal") in self.page.locator(".verdict").inner_text()
        self.holds("run")
        return run

    def look_around(self, case, run):
        """The pages of a case and of a run."""
        who, where = BY_KEYBOARD
        paths = (f"{case}/people", f"{case}/pairs", f"{case}/pins", f"{run}/board", f"{run}/people", f"{run}/pairs")
        named = (f"{run}/person?id={who}", f"{run}/person?id=001", f"{run}/section?id={where}", f"{run}/decision")
        for path in ("/", *paths, *named, f"{run}/comparison", "/log"):
            self.at(path)
            self.holds(path.rpartition("/")[2] or "first page")

    def compare(self, run):
        """From the page that has no comparison to one that has."""
        self.at(f"{run}/comparison")
        assert self.say("pages.comparison.not_here") in self.page.locator("main").inner_text()
        self.follow(self.page.locator("form[action$='/runs'] button.main"))
        self.finish()
        self.at(f"{self.path()}/comparison")
        self.holds("comparison")

    def ask_what_would_have_won(self, run):
        """The smallest change that wins a post, worked out while the page waits."""
        self.at(f"{run}/pairs")
        lost = self.page.locator("#rows tbody tr", has=self.page.locator("td:last-child:empty")).first
        self.follow(lost.locator("th a"))
        self.follow(self.page.locator("button[id^=ask-]").first)
        self.page.wait_for_selector("a.button[href*='/person?id=']")
        self.holds("what would have won")

    def pin_by_keyboard(self, run):
        """Button, section, role, price, reason, authority: without a mouse."""
        who, where = BY_KEYBOARD
        page = self.page
        self.at(f"{run}/board")
        self.follow(page.locator(f"li[data-person='{who}'] button"))
        self.holds("seat to be chosen")
        page.locator("#pin-section").focus()
        while page.locator("#pin-section").input_value() != where:
            page.keyboard.press("ArrowDown")
        self.press(page.locator("#role-clerk"), "Space")
        self.announced(SECTIONS[where])
        self.follow(page.locator("#show-price"), "Space")
        self.see_price(who, where)
        page.keyboard.press("Tab")
        self.press(page.locator("#confirm-pin"))
        missing = page.locator("#confirm-form :invalid")
        assert missing.count() == 2  # neither reason nor authority: the browser lets nothing go
        self.confirm_by_keyboard()
        self.see_pinned(run, who, where)

    def confirm_by_keyboard(self):
        """Reason, authority, and the button they lead to."""
        page = self.page
        page.locator("#pin-reason").focus()
        page.keyboard.type(REASON)
        page.keyboard.press("Tab")
        page.keyboard.type(AUTHORITY)
        page.keyboard.press("Tab")
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def rule_out_by_keyboard(self, run):
        """A seat ruled out from the page of the person who has it: its price comes first, and every step is told."""
        who, where = RULED_OUT
        page = self.page
        self.at(f"{run}/person?id={who}")
        self.follow(page.locator("#forbid-person"), "Space")
        assert page.locator("#mode-forbid").is_checked() and page.locator("#pin-section").input_value() == where
        self.holds("seat to be ruled out")
        self.press(page.locator("#mode-forbid"), "ArrowUp")
        seat = page.locator("#pin-section option:checked").inner_text().strip() + " · " + self.say("arg.role.clerk")
        self.announced(self.say("pages.say.chosen.assign", person=NAMES[who], seat=seat))
        page.keyboard.press("ArrowDown")
        self.announced(self.say("pages.say.chosen.forbid", person=NAMES[who], seat=seat))
        self.follow(page.locator("#show-price"))
        self.see_price(who, where)
        seat = self.say("seat", section=SECTIONS[where], role=self.say("arg.role.clerk"))
        assert self.say("pages.price.of.forbid", person=NAMES[who], seat=seat) in page.locator("main").inner_text()
        self.confirm_by_keyboard()
        self.see_pinned(run, who, where)
        self.announced(self.say("pages.pin.set.forbid", person=NAMES[who], seat=seat))
        out = page.locator(f".place:has(.slot[data-section='{where}']) .card.barred").filter(has_text=NAMES[who])
        assert out.count() == 2  # the card of the person, and the seat that is not to be given

    def see_price(self, who, where):
        """The price stands there before anything is recorded."""
        page = self.page
        page.wait_for_selector("#price, .alarm")
        for text in (NAMES[who], SECTIONS[where]):
            assert text in page.locator("main").inner_text()
        assert page.locator("#price-levels ~ div tbody tr").count() > 3
        self.holds("price")

    def see_pinned(self, run, who, where):
        """The board says so and assistive technology is told."""
        assert self.path() == f"{run}/board"
        self.announced(NAMES[who])
        coming = self.page.locator("section:has(> #coming) li").filter(has_text=NAMES[who])
        assert coming.count() == 1 and SECTIONS[where] in coming.inner_text()
        self.holds("board with a pin")

    def pin_by_drag(self, run):
        """A card dragged to a section: every step is announced, and the price comes first here too."""
        who, where = BY_DRAG
        page = self.page
        self.at(f"{run}/board")
        name = page.locator(f"li[data-person='{who}']").get_attribute("data-name")  # told apart from a namesake
        card = page.locator(f"li[data-person='{who}'] .what").first
        slot = page.locator(f".slot[data-section='{where}'][data-slot='staff']")
        page.evaluate(HEAR)
        self.drag(card, page.locator(f".place:has(li[data-person='{who}']) header"))
        page.mouse.up()
        self.announced(self.say("pages.say.back", person=name))
        assert page.evaluate("heard[0]") == self.say("pages.say.lifted", person=name)
        self.drag(card, slot)
        self.announced(self.say("pages.say.over", person=name, seat=slot.get_attribute("data-seat")))
        with page.expect_navigation():
            page.mouse.up()
        self.see_price(who, where)
        page.locator("#pin-reason").fill(REASON)
        page.locator("#pin-authority").fill(AUTHORITY)
        with page.expect_navigation():
            page.locator("#confirm-pin").click()
        self.see_pinned(run, who, where)

    def drag(self, card, target):
        """Lifts a card and moves it over something, without letting go."""
        card.evaluate("e => e.closest('.place').scrollIntoView()")
        x, y = middle(card)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + 9, y + 3, steps=3)
        x, y = middle(target)
        over = target.get_attribute("data-seat")
        for turn in range(200):  # the browser tells the page of a move when the next one comes
            self.page.mouse.move(x + turn % 3, y)
            if self.page.evaluate(OVER) == over:
                break

    def run_again(self, run):
        """The next run counts with the pins: two people sit where they were pinned, the third elsewhere."""
        self.at(f"{run}/board")
        self.follow(self.page.locator("#run-again"))
        again = self.path()
        assert again != run
        self.finish()
        self.at(f"{again}/board")
        for who, where in (BY_KEYBOARD, BY_DRAG):
            seated = self.page.locator(f".place:has(.slot[data-section='{where}']) .card").filter(has_text=NAMES[who])
            assert seated.count() == 1
        who, where = RULED_OUT
        kept_out = self.page.locator(f".place:has(.slot[data-section='{where}']) .card").filter(has_text=NAMES[who])
        assert kept_out.count() == 0 and self.page.locator(f"li[data-person='{who}']").count() == 1
        self.holds("board of the next run")
        return again

    def decide(self, run):
        """Draft, decision and publication, each an act of its own; a result has no paper before the decision."""
        page = self.page
        self.at(run)
        page.locator("#kind").select_option("placements")
        self.follow(page.locator("form[action$='/notices'] button"))
        assert page.locator("main").inner_text().startswith(self.say("web.refused"))
        self.holds("paper refused")
        self.at(f"{run}/decision")
        self.follow(page.locator("#draft ~ form button").first)
        self.announced(self.say("web.decision.drafted"))
        self.holds("draft")
        for field, text in (("authority", AUTHORITY), ("document", "党组〔2024〕9号")):
            page.locator(f"#{field}").focus()
            page.keyboard.type(text)
        self.follow(page.locator("form[action$='/decided'] button"), "Space")
        self.announced(self.say("web.decision.recorded"))
        self.holds("decided")
        page.locator("#document").fill("公示〔2024〕3号")
        self.follow(page.locator("form[action$='/published'] button"))
        self.announced(self.say("web.decision.published"))
        self.holds("published")

    def take_away(self, run, folder):
        """The workbook and the notice, in both forms, open and hold the names."""
        self.at(run)
        self.holds("run decided")
        book = self.download(self.page.locator("a[href$='workbook.xlsx']"), folder)
        sheets = CalamineWorkbook.from_path(str(book))
        rows = [row for name in sheets.sheet_names for row in sheets.get_sheet_by_name(name).to_python()]
        text = "\n".join(str(cell) for row in rows for cell in row)
        assert [name for name in NAMES.values() if name not in text] == []
        self.page.locator("#kind").select_option("placements")
        button = self.page.locator("form[action$='/notices'] button")
        papers = {}
        for form in ("docx", "pdf"):
            self.page.locator("#form").select_option(form)
            papers[form] = self.download(button, folder)
            assert papers[form].suffix == f".{form}"
        text = "".join(cell.text for table in Document(str(papers["docx"])).tables for cell in table._cells)
        pages = "".join(page.extract_text() for page in PdfReader(io.BytesIO(papers["pdf"].read_bytes())).pages)
        for who, where in (BY_KEYBOARD, BY_DRAG):
            for kept in (text, re.sub(r"\s", "", pages)):
                assert NAMES[who] in kept and SECTIONS[where] in kept

    def download(self, control, folder):
        """What a control gives to save."""
        with self.page.expect_download() as waiting:
            self.press(control)
        target = Path(folder) / waiting.value.suggested_filename
        waiting.value.save_as(target)
        return target

    def withdraw(self, case, run):
        """A pin is withdrawn with a reason of its own, and so is what was ruled out."""
        page = self.page
        self.at(f"{case}/pins")
        self.holds("pins")
        self.at(f"{case}/pins")
        for mode, left in (("forbid", 2), ("assign", 1)):
            summary = page.locator("summary[id^=withdraw-]").filter(has_text=self.say(f"pages.pins.withdraw.{mode}"))
            self.press(summary.first, "Space")
            article = page.locator("article", has=page.locator("details[open]"))
            article.locator("textarea").fill(REASON)
            article.locator("input[name=authority]").fill(AUTHORITY)
            self.follow(article.locator("details button"))
            assert page.locator("article").count() == left
        self.holds("pin withdrawn")
        self.at(f"{run}/board")
        self.holds("published board")

    def purge(self, run):
        """Deletes a run, after the box was ticked."""
        page = self.page
        self.at(run)
        button = page.locator(f"form[action='{run}/purge'] button")
        self.press(button)
        assert self.path() == run
        self.press(page.locator("#sure"), "Space")
        self.follow(button)
        assert self.path() == "/" and page.locator(f"a[href='{run}']").count() == 0
        self.at("/log")
        self.holds("log")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_from_an_upload_to_a_notice(chromium, server, files, tmp_path, lang):
    """Protects the officer's whole way: nothing on it needs a mouse, another machine, or luck."""
    with Walk(chromium, server, lang) as walk:
        walk.enter()
        walk.see_faults(files / "spoiled.xlsx")
        walk.confirm_readings(files / "kept.xlsx")
        case = walk.upload(files / "bureau.xlsx")
        walk.holds("case")
        assert not any(name in walk.page.content() for name in NAMES.values())
        run = walk.solve(case)
        walk.show_names()
        walk.open_ties(run)
        walk.look_around(case, run)
        walk.ask_what_would_have_won(run)
        walk.pin_by_keyboard(run)
        walk.pin_by_drag(run)
        walk.rule_out_by_keyboard(run)
        again = walk.run_again(run)
        walk.compare(again)
        walk.decide(again)
        walk.take_away(again, tmp_path)
        walk.withdraw(case, again)
        walk.stop_in_mid_run(files / "vast.json")
        walk.purge(run)
