"""A person at the page: one language, mouse or keyboard, and every page held to the same demands as it stands."""

from pathlib import Path
from urllib.parse import urlsplit

from allocator.words import say

AXE = Path(__file__).with_name("axe.min.js").read_text(encoding="utf-8")
WIDE = {"width": 1366, "height": 768, "deviceScaleFactor": 1, "mobile": False}
ENLARGED = {"width": 640, "height": 384, "deviceScaleFactor": 2, "mobile": False}
"""A window of 1280 by 768 at 200 %."""
PATIENCE = 120_000
"""Milliseconds a page may take before it counts as hung; on a machine with much else to do, pages take long."""

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
FAULTS = """async (tags) => {
  const rules = axe.getRules(tags).map((rule) => rule.ruleId);
  const found = await axe.run(document, { runOnly: { type: "rule", values: rules }, resultTypes: ["violations"] });
  return found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(", ")}`);
}"""
"""Every rule of axe that bears a tag of WCAG 2.0 to 2.2, level A or AA, those it leaves out by itself too."""

OVERFLOW = """() => {
  const page = document.documentElement, edge = page.clientWidth;
  if (page.scrollWidth <= edge) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > edge + 1);
  return [`${page.scrollWidth} > ${edge}`, ...wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 100))];
}"""

WATCH = """() => {
  const able = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
  const reachable = (e) => {
    if (e.tabIndex < 0 || e.disabled || !e.checkVisibility({ visibilityProperty: true })) return false;
    if (e.type !== "radio") return true;
    const group = [...document.getElementsByName(e.name)].filter((one) => one.form === e.form);
    return e === (group.find((one) => one.checked) || group[0]);
  };
  const all = [...document.querySelectorAll(able)].filter(reachable);
  const name = (e) => `${e.tagName.toLowerCase()} ${e.id || e.name || ""} ${e.textContent.trim().slice(0, 40)}`;
  const watch = { all, name, seen: new Set(), unmarked: [], clicked: null };
  const focused = (event) => {
    if (watch.seen.has(event.target)) return;
    watch.seen.add(event.target);
    const style = getComputedStyle(event.target);
    if (style.outlineStyle === "none" || style.outlineWidth === "0px") watch.unmarked.push(name(event.target));
  };
  const clicked = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    watch.clicked = event.target;
  };
  window.addEventListener("focusin", focused, true);
  window.addEventListener("click", clicked, true);
  watch.end = () => {
    window.removeEventListener("focusin", focused, true);
    window.removeEventListener("click", clicked, true);
  };
  window.watched = watch;
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  window.scrollTo(0, 0);
  return all.length;
}"""
"""Notes which controls get the focus, and keeps keys that operate one from doing anything more."""
MISSED = """() => {
  const watch = window.watched;
  return watch.all.filter((e) => e.isConnected && !watch.seen.has(e)).map(watch.name);
}"""
KINDS = """() => {
  const kinds = new Map();
  const plain = (text) => (text || "").replace(/[0-9a-f]{12,}|[0-9]+/g, "#");
  for (const e of window.watched.all) {
    const tag = e.tagName.toLowerCase();
    const keys = ["checkbox", "file"].includes(e.type) || (e.type === "radio" && !e.checked) ? ["Space"]
      : { a: ["Enter"], button: ["Enter", "Space"], summary: ["Enter", "Space"] }[tag] || [];
    const parts = [tag, e.type, e.className, e.name, plain(e.id), plain(e.form && e.form.getAttribute("action"))];
    if (keys.length && e.isConnected) kinds.set(parts.join(" "), [e, keys]);
  }
  window.watched.kinds = [...kinds.values()];
  return window.watched.kinds.map(([_e, keys]) => keys);
}"""
"""One control of each kind, with the keys that must operate it: those alike but for their numbers are of one kind."""
FOCUS = "(i) => { window.watched.clicked = null; window.watched.kinds[i][0].focus(); }"
IDLE = """(i) => {
  const watch = window.watched, e = watch.kinds[i][0];
  return watch.clicked === e || !e.isConnected ? null : watch.name(e);
}"""
DONE = "() => { window.watched.end(); return window.watched.unmarked; }"
REFUSAL = "Failed to load resource: the server responded with a status of 4"
OVERTAKEN = ("htmx:afterRequest", "htmx:sendAbort")
"""What the browser says when something is refused, and htmx when a newer request takes an older one's place: as it
should be."""


class Visitor:
    """One browser window at a server. What is wrong on any page is gathered in ``problems``, not raised at once."""

    def __init__(self, chromium, server, lang):
        self.server, self.lang = server, lang
        self.context = chromium.new_context(no_viewport=True, accept_downloads=True)
        self.context.set_default_timeout(PATIENCE)
        self.problems, self.requests, self.sizes = [], [], {}
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("response", self._answered)
        self.context.on("console", self._heard)
        self.context.on("weberror", lambda error: self.problems.append(f"script: {error.error}"))
        self.page = self.open(server.address)

    def open(self, address):
        """A further tab."""
        page = self.context.new_page()
        self.sizes[page] = self.context.new_cdp_session(page)  # a size lasts as long as its session
        self._size(page, WIDE)
        page.goto(address)
        return page

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        """Leaves, and says what was wrong on the way."""
        self.context.close()
        if kind is not None:
            print("before that:", *self.problems, sep="\n")
            return
        away = {url for url in self.requests if urlsplit(url).hostname != "127.0.0.1"}
        assert self.requests and away == set(), away
        assert self.problems == [], "\n".join(self.problems)

    def say(self, code, **arguments):
        """The words of a code in the language of this visitor."""
        return say(code, self.lang, **arguments)

    def at(self, path):
        """Goes to a page of the server."""
        self.page.goto(self.server.base + path)

    def path(self):
        """Where the page is."""
        return urlsplit(self.page.url).path

    def press(self, target, key="Enter"):
        """Focuses a control and operates it by a key."""
        target.focus()
        self.page.keyboard.press(key)

    def follow(self, target, key="Enter"):
        """Operates a control by a key and waits for the page it leads to."""
        with self.page.expect_navigation():
            self.press(target, key)

    def announced(self, text):
        """Waits until a live region says something, and finds it in what assistive technology is given."""
        self.page.wait_for_function(
            "(text) => [...document.querySelectorAll('[role=status]')].some((e) => e.textContent.includes(text))",
            arg=text,
        )
        nodes = {node["nodeId"]: node for node in self.sizes[self.page].send("Accessibility.getFullAXTree")["nodes"]}
        told = [_text(node, nodes) for node in nodes.values() if _is_polite_status(node)]
        assert any(text in one for one in told), (text, told)

    def holds(self, name):
        """Holds the page as it stands: nothing for axe to find, nothing too wide, every control within reach of Tab.

        In a wide window, and in one enlarged to 200 %; what is folded away is unfolded for it.
        """
        page = self.page
        page.evaluate("document.querySelectorAll('details').forEach((e) => e.toggleAttribute('open', true))")
        for size in (ENLARGED, WIDE):
            self._size(page, size)
            where = f"{self.lang} {name} {size['width']}"
            self.problems += [f"{where}: too wide: {one}" for one in page.evaluate(OVERFLOW)]
            page.evaluate(f"() => {{ {AXE}\n }}")
            self.problems += [f"{where}: {one}" for one in page.evaluate(FAULTS, TAGS)]
            lang = page.locator("html").get_attribute("lang")
            if not lang.startswith(self.lang):
                self.problems.append(f"{where}: in {lang}")
        self.problems += [f"{self.lang} {name}: {one}" for one in self._walk_by_tab()]

    def _walk_by_tab(self):
        """Every control that Tab does not reach, that shows no focus, or that Enter or Space does not operate."""
        page, wrong = self.page, []
        count = page.evaluate(WATCH)
        for turns in (count + 2, count // 4 + 20, count // 2 + 40):  # fields of a date are a stop each
            for _ in range(turns):
                page.keyboard.press("Tab")
            if not (missed := page.evaluate(MISSED)):
                break
        wrong += [f"Tab does not reach {one}" for one in missed]
        for number, keys in enumerate(page.evaluate(KINDS)):
            for key in keys:
                page.evaluate(FOCUS, number)
                page.keyboard.press(key)
                if (idle := page.evaluate(IDLE, number)) is not None:
                    wrong.append(f"{key} does nothing on {idle}")
        return [*wrong, *(f"focus does not show on {one}" for one in page.evaluate(DONE))]

    def _size(self, page, size):
        self.sizes[page].send("Emulation.setDeviceMetricsOverride", size)
        assert page.evaluate("innerWidth") == size["width"]

    def _heard(self, message):
        if message.type in ("error", "warning") and not message.text.startswith((REFUSAL, *OVERTAKEN)):
            self.problems.append(f"console: {message.text}")

    def _answered(self, response):
        if response.status >= 500:
            self.problems.append(f"{response.status} at {urlsplit(response.url).path}")


def _is_polite_status(node):
    """Whether a node of the accessibility tree is announced when it changes."""
    properties = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
    return not node.get("ignored") and node.get("role", {}).get("value") == "status" and properties["live"] == "polite"


def _text(node, nodes):
    """All text under a node of the accessibility tree."""
    own = node.get("name", {}).get("value", "") if node.get("role", {}).get("value") == "StaticText" else ""
    return own + "".join(_text(nodes[child], nodes) for child in node.get("childIds", ()) if child in nodes)
