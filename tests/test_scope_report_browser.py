"""The scope report in a real Chromium: search, filter, keyboard, light and dark, narrow, on paper; it asks for nothing.

Needs Chromium, its driver and the package selenium; each test says what was not tried where one of them is missing.
"""

from __future__ import annotations

import base64
import io
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from attio_scopes.report.scope_report import html
from tests.test_scope_report import VIEW

SWITCHES = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1180,1000",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="NOT TRIED in a browser: selenium is not installed (pip install '.[dev]')")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if program is None or driver is None:
        missing = "Chromium" if program is None else "chromedriver"
        pytest.skip(f"NOT TRIED in a browser: {missing} is not installed (apt-get install chromium chromium-driver)")
    folder = tmp_path_factory.mktemp("browser")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for switch in (*SWITCHES, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=driver))
    page = folder / "scopes.html"
    page.write_text(html.render(VIEW), encoding="utf-8", newline="")
    browser.page = page.as_uri()
    yield browser
    browser.quit()


@pytest.fixture
def page(browser: Any) -> Any:
    """The page as a reader first sees it; a complaint of the browser fails the test."""
    emulate(browser, "light", "screen")
    browser.set_window_size(1180, 1000)
    browser.get(browser.page)
    yield browser
    assert [entry["message"] for entry in browser.get_log("browser")] == []


def emulate(browser: Any, scheme: str, media: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def keep(page: Any, name: str) -> None:
    """A screenshot for people, if ATTIO_SCOPES_SCREENSHOTS names a folder for them."""
    folder = os.environ.get("ATTIO_SCOPES_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.save_screenshot(str(Path(folder, f"{name}.png")))


def shown(page: Any) -> list[str]:
    """The scopes that can be seen, as TOKEN resource."""
    script = """return [...document.querySelectorAll("details.scope")].filter((e) => e.checkVisibility())
        .map((e) => e.closest("section").dataset.token + " " + e.querySelector(".name code").textContent)"""
    return list(page.execute_script(script))


def opened(page: Any) -> list[str]:
    return list(
        page.execute_script("return [...document.querySelectorAll('details[open] .name code')].map((element) => element.textContent)")
    )


def search(page: Any, text: str) -> list[str]:
    field = page.find_element("css selector", ".tools input")
    field.clear()
    field.send_keys(text)
    return shown(page)


def button(page: Any, text: str) -> Any:
    return next(b for b in page.find_elements("css selector", ".tools button") if b.text.startswith(text))


EVERY = [f"{section.name} {scope.resource}" for section in VIEW.tokens for scope in section.scopes]


def test_everything_is_there_and_what_is_missing_is_open(page: Any) -> None:
    assert shown(page) == EVERY
    assert opened(page) == ["record_permission", "list_configuration"]
    keep(page, "light")


def test_search_finds_scopes_by_what_is_behind_them(page: Any) -> None:
    assert search(page, "webhook") == ["sync webhook"]
    assert f"1 of {len(EVERY)} scopes shown" in page.find_element("css selector", ".status").text
    # Words that stand in what is folded away: it is opened, and folded again when the search is over.
    assert search(page, "jobs/notes.py:2 notes") == ["sync note"]
    assert "note" in opened(page)
    assert search(page, "no such thing at all") == []
    assert page.find_element("css selector", "section[data-token=sync] .none").is_displayed()
    assert not page.find_element("css selector", "section.calls-open").is_displayed()
    from selenium.webdriver.common.keys import Keys

    page.find_element("css selector", ".tools input").send_keys(Keys.ESCAPE)
    assert shown(page) == EVERY
    assert opened(page) == ["record_permission", "list_configuration"]


def test_calls_that_are_open_are_found_too(page: Any) -> None:
    assert search(page, "nobody calls it") == []
    assert [e.text.splitlines()[0] for e in page.find_elements("css selector", ".open > li") if e.is_displayed()] == [
        "crm/client.py:19 in AttioClient.free"
    ]


def test_the_filter_and_the_search_work_together(page: Any) -> None:
    button(page, "Missing").click()
    assert shown(page) == ["app record_permission"]
    assert button(page, "Missing").get_attribute("aria-pressed") == "true"
    assert search(page, "task") == []
    button(page, "All").click()
    assert shown(page) == ["app task"]


def test_the_keyboard_reaches_the_search(page: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    page.find_element("css selector", "body").send_keys("/")
    page.switch_to.active_element.send_keys("webhook")
    assert shown(page) == ["sync webhook"]
    page.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert shown(page) == EVERY


def test_all_can_be_opened_and_closed(page: Any) -> None:
    button(page, "Open all").click()
    assert len(opened(page)) == len(EVERY)
    button(page, "Close all").click()
    assert opened(page) == []


CONTRAST = """
    const channels = (color) => color.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
      .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
    const behind = (e) => { for (; e; e = e.parentElement) { const c = channels(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
    const low = [];
    for (const e of document.querySelectorAll("body *")) {
      const written = [...e.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
      if (e.closest("svg, script") || !written || !e.checkVisibility()) continue;
      const [a, b] = [light(channels(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
      if ((a + .05) / (b + .05) < 4.5) low.push(e.className + ": " + e.textContent.slice(0, 40) + " " + ((a + .05) / (b + .05)).toFixed(2));
    }
    return [getComputedStyle(document.body).backgroundColor, low];
"""


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_light_and_dark_can_be_read(page: Any, scheme: str, dark: bool) -> None:
    """Every text has the contrast that WCAG 2 asks of small text: 4.5 to 1."""
    emulate(page, scheme, "screen")
    button(page, "Open all").click()
    background, low = page.execute_script(CONTRAST)
    assert (sum(int(part) for part in background[4:-1].split(",")) < 300) is dark
    assert low == []
    keep(page, scheme + "-open")


@pytest.mark.parametrize("width", [500, 820])
def test_a_narrow_window_needs_no_sideways_scrolling(page: Any, width: int) -> None:
    page.set_window_size(width, 900)
    button(page, "Open all").click()
    inner, content = page.execute_script("return [document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    assert content <= inner
    keep(page, f"narrow-{width}")


def test_on_paper_everything_is_open_and_the_tools_are_gone(page: Any) -> None:
    pypdf = pytest.importorskip("pypdf", reason="NOT TRIED on paper: pypdf is not installed (pip install '.[dev]')")
    emulate(page, "dark", "")  # a printer has no dark mode
    data = base64.b64decode(page.execute_cdp_cmd("Page.printToPDF", {"printBackground": False, "preferCSSPageSize": True})["data"])
    folder = os.environ.get("ATTIO_SCOPES_SCREENSHOTS")
    if folder:
        Path(folder, "paper.pdf").write_bytes(data)
    text = " ".join(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(data)).pages).split())
    for section in VIEW.tokens:
        for scope in section.scopes:
            for endpoint in scope.endpoints:
                assert endpoint.key in text, f"{endpoint.key} of {scope.resource} is folded away"
    assert text.count("Scope Declared Needed Calls") == len(VIEW.tokens), "the table has lost its columns"
    assert "Search scopes" not in text
    assert "Open all" not in text


def test_without_a_script_everything_can_be_read(page: Any) -> None:
    page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.get(page.page)
        assert not page.find_element("css selector", ".tools").is_displayed()
        page.find_element("css selector", "details.scope:not([open]) summary").click()
        assert len(page.find_elements("css selector", "details.scope[open]")) == 3
    finally:
        page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_nothing_is_asked_of_the_network(page: Any) -> None:
    messages = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    requests = [message["params"] for message in messages if message["method"] == "Network.requestWillBeSent"]
    asked = {request["request"]["url"] for request in requests if request["documentURL"] == page.page}
    assert asked == {page.page}
