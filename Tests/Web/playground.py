"""A playground that runs while a test does, and a browser that opens it."""

import contextlib
import os
import re
import signal
import subprocess
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

PROGRAM = os.environ["PROGRAM"]
WIDTHS = {"wide": 1280, "narrow": 380}
SCHEMES = ("light", "dark")

# Every page once, and every kind of state that a page can be in.
PAGES = {
    "map": "/",
    "games": "/games",
    "hop": "/hop/ind_uf",
    "hop-run": "/hop/ind_uf?guess=attained&trials=300",
    "hop-violation": "/game/signature-idealization?adversary=replay&trials=40&twin=forgetful",
    "game": "/game/key-secrecy",
    "play": "/hop/ind_uf/play",
    "play-asking": "/game/signature-idealization/play",
    "play-opened": "/game/signature-idealization/play",
    "break": "/hop/ind_uf/break",
    "break-run": "/game/signature-idealization/break",
    "break-error": "/game/signature-idealization/break",
    "trial": None,
    "lessons": "/lessons",
    "lesson": "/lessons/forging",
    "exercise": "/lessons/what-a-game-is",
    "assignment": "/game/signature-forgery-one-key/break?assignment=forge-short-signatures&set-signatureBits=5&trials=4000",
    "source": "/source/Games/SignatureIdealization/ForgerFromDistinguisher.swift",
    "attacks": "/attack",
    "attack": "/attack/transplant?suite=symbolic",
    "attack-broken": "/attack/transplant?suite=symbolic&without=token.wrap-bound-to-trust",
    "moves": "/moves",
    "moves-chosen": "/moves?path=17",
    "moves-found": "/moves?without=key.handle-is-fresh",
    "journey": "/journey/2",
    "intervals": "/intervals?trials=200",
    "matrix": "/matrix",
    "rules": "/rules",
    "findings": "/findings",
    "finding": "/findings/linear-in-entities",
    "glossary": "/glossary",
    "error": "/hop/ind_uv",
}


class Playground:
    """`gamekeeper serve`, until it is stopped."""

    def __init__(self, port=0):
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", str(port)], stdout=subprocess.PIPE, text=True
        )
        self.address = self.process.stdout.readline().strip()
        self.origin = "http://" + urlsplit(self.address).netloc

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=20)


@contextlib.contextmanager
def playground():
    served = Playground()
    try:
        yield served
    finally:
        served.stop()


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"],
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        try:
            yield chromium
        finally:
            chromium.close()


@contextlib.contextmanager
def visitor(chromium, served, width="wide", scheme="light", **options):
    """A page of a new reader, who has opened the address that was printed; every request is of the playground."""
    context = chromium.new_context(
        viewport={"width": WIDTHS[width], "height": 900}, color_scheme=scheme, reduced_motion="reduce", **options
    )
    strangers, errors = [], []
    context.on(
        "request",
        lambda request: None if request.url.startswith((served.origin + "/", "data:")) else strangers.append(request.url),
    )
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(served.address)
    page.wait_for_url(served.origin + "/")
    assert page.evaluate("history.length") <= 2, "the token does not stay in the history"
    yield page
    context.close()
    assert strangers == [], f"requests left the origin: {strangers}"
    assert errors == [], f"the script failed: {errors}"


def finish(page, seconds=60):
    """Waits for the run to end."""
    page.wait_for_selector('#result[data-state="ended"]', timeout=seconds * 1000)


def run(page, served, path):
    """Opens the page with these settings, and runs them."""
    page.goto(served.origin + path)
    if page.get_attribute("#result", "data-state") != "ended":
        page.click("button.run")
        finish(page)


def begin_by_hand(page, served, path):
    page.goto(served.origin + path)
    page.click("text=Begin a trial")
    page.wait_for_selector("text=Budgets left")


def ask(page, query, **fields):
    """Asks by the form of this query."""
    form = f'form[aria-label="{query}"]'
    for name, value in fields.items():
        page.fill(f'{form} input[name="field-{name}"]', value)
    page.click(f"{form} button")


def run_code(page, code=None, trials=20, seconds=120):
    """Runs what stands in the editor, or this."""
    if code is not None:
        page.fill("#code", code)
    page.fill('#settings input[name="trials"]', str(trials))
    page.click("text=Run it")
    page.wait_for_selector('#result[data-state="ended"], #result[data-state="failed"]', timeout=seconds * 1000)


def open_page(page, served, name):
    """Opens a page of the list, in its state."""
    if name in ("hop-run", "hop-violation", "moves-found"):
        run(page, served, PAGES[name])
    elif name in ("play-asking", "play-opened"):
        begin_by_hand(page, served, PAGES[name])
        ask(page, "keygen")
        ask(page, "sign", key="#1", message="12")
        page.wait_for_selector("#fault")
        if name == "play-opened":
            page.click("text=It is the left world")
            page.wait_for_selector("#ending")
        page.wait_for_load_state()
    elif name in ("break-run", "break-error"):
        page.goto(served.origin + PAGES[name])
        run_code(page, "nonsense();" if name == "break-error" else None)
    elif name == "exercise":
        page.goto(served.origin + PAGES[name])
        page.locator(".exercise input").first.fill("gamekeeper play signature-idealization -a guess --set tries=128 --trials 5000")
        page.locator("button:has-text('Try it')").first.click()
        page.wait_for_selector(".exercise .answer", timeout=60_000)
    elif name == "trial":
        run(page, served, PAGES["hop-run"])
        page.click('#result a[href^="/trial"]')
        page.wait_for_url("**/trial?**")
    else:
        page.goto(served.origin + PAGES[name])


def overflow(page):
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def words(text):
    return re.sub(r"\s+", " ", text or "").strip()
