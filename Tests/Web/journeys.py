"""The playground as a reader uses it, in headless Chromium; exits with 1 at the first thing that is otherwise than it should be."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

from playground import (
    PAGES, PROGRAM, SCHEMES, WIDTHS, Playground, ask, begin_by_hand, browser, finish, open_page, overflow, playground, run, run_code,
    visitor, words,
)

# States that need a click, or the script.
STATES = ("hop-run", "hop-violation", "moves-found", "trial", "play-asking", "play-opened", "break-run", "break-error")


def predict_run_and_open_the_bad_trial(page, served):
    page.goto(served.origin + "/")
    page.click('nav[aria-label="Parts"] >> text=Games and hops')
    page.click("text=signature-idealization")
    page.select_option('select[name="adversary"]', "replay")
    page.wait_for_url("**adversary=replay**")
    page.select_option('select[name="twin"]', "forgetful")
    page.wait_for_url("**twin=forgetful**")
    page.fill('input[name="trials"]', "40")
    page.check('input[name="guess"][value="nothing"]')
    page.click("button.run")
    finish(page)
    assert "invalid" in page.inner_text("#result .verdict")
    assert "You said: no advantage that shows" in page.inner_text(".answer.wrong")
    assert page.is_visible("text=first difference"), "the trial of the first violation is open"
    assert "invalid" in page.inner_text("#said"), "the verdict is announced"
    assert "guess=nothing" in page.url and "trials=40" in page.url, "the view is an address"
    command = page.inner_text("#command code")
    assert command == "gamekeeper play signature-idealization -a replay --twin forgetful --trials 40", command
    played = subprocess.run([PROGRAM, *command.split()[1:]], capture_output=True, text=True)
    assert words(page.inner_text("#result .verdict")) in words(played.stdout), "the command line says the same"
    page.reload()
    assert page.get_attribute("#result", "data-state") == "ended", "the verdict is still there"
    page.click("text=Open the trial of the first violation")
    page.click("text=next trial")
    assert "Trial" in page.inner_text("h1")


def a_changed_control_retires_the_verdict(page, served):
    run(page, served, "/hop/ind_uf?trials=300")
    page.fill('input[name="set-signatureBits"]', "12")
    page.dispatch_event('input[name="set-signatureBits"]', "change")
    page.wait_for_selector('#result[data-state="none"]')
    assert "0.0009766" in page.inner_text("#bound output"), "the bound answers to the hand"
    assert "set-signatureBits=12" in page.url
    page.fill('input[name="trials"]', "99999999999")
    assert not page.evaluate('document.querySelector("#controls").checkValidity()')


def take_a_rule_out_save_and_check(page, served):
    page.goto(served.origin + "/attack/transplant?suite=symbolic")
    assert "holds" in page.inner_text("#result")
    page.check('input[name="without"][value="token.wrap-bound-to-trust"]')
    page.click("button.run")
    page.wait_for_url("**without=token.wrap-bound-to-trust**")
    assert "breaks" in page.inner_text("#result")
    assert page.locator(".steps .verdict").count() > 0, "the step at which it falls is marked"
    assert page.evaluate("document.querySelector('figure img').naturalWidth") > 100, "the picture is there"
    with page.expect_download() as download:
        page.click("text=Save as a scenario file")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "transplant.yaml"
        download.value.save_as(file)
        checked = subprocess.run([PROGRAM, "check", str(file)], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout + checked.stderr
        file.write_text(file.read_text().replace("keys-secret", "data-opens"))
        assert subprocess.run([PROGRAM, "check", str(file)], capture_output=True).returncode == 1, "another end is not met"


def the_keyboard_alone_suffices(page, served):
    page.goto(served.origin + "/hop/ind_uf?trials=300&seed=3")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("g")
    assert page.evaluate("document.activeElement.name") == "guess"
    page.keyboard.press("ArrowDown")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    finish(page)
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.inner_text(".steps .cursor th") == "2", "n walks through the queries"
    page.keyboard.press("?")
    assert page.is_visible("dialog[open]")
    page.keyboard.press("Escape")
    page.keyboard.press("]")
    page.wait_for_url("**/hop/uf_uf1")
    page.keyboard.press("[")
    page.wait_for_url("**/hop/ind_uf")


def a_lesson_asks_first_and_runs_in_place(page, served):
    page.goto(served.origin + "/lessons/what-a-game-is")
    question = page.locator(".predict").first
    assert not question.locator(".why").is_visible(), "the answer is hidden"
    question.locator("input").nth(1).check()
    assert question.locator(".why").is_visible() and "otherwise" in question.inner_text()
    page.reload()
    assert page.locator(".predict").first.locator("input").nth(1).is_checked(), "what was said is kept"
    page.locator(".block button:has-text('Run it here')").first.click()
    page.wait_for_selector(".answer.right:has-text('It printed what the lesson shows')", timeout=60_000)


def a_block_that_was_run_keeps_what_was_predicted(page, served):
    page.goto(served.origin + "/lessons/what-a-game-is")
    page.locator(".predict").first.locator("input").nth(1).check()
    page.locator(".block button:has-text('Run it here')").first.click()
    page.wait_for_selector(".block .answer", timeout=60_000)
    assert page.locator(".predict").first.locator("input").nth(1).is_checked()
    assert page.locator(".predict .why").first.is_visible()


def a_slider_moves_the_bound_and_lights_its_term(page, served):
    page.goto(served.origin + "/hop/ind_uf")
    slider = page.locator('[data-slides="set-signatureBits"]')
    before = page.inner_text("#bound output")
    slider.focus()
    page.keyboard.press("PageDown")
    page.wait_for_function("before => document.querySelector('#bound output').textContent !== before", arg=before)
    page.wait_for_selector("#bound .moved")
    value = page.input_value('input[name="set-signatureBits"]')
    assert f"set-signatureBits={value}" in page.url and slider.get_attribute("aria-valuetext") == value
    assert page.locator("#bound .moved").all_text_contents() == ["εsig"], "the part that has moved, and no other"


def the_first_violation_stops_and_its_trial_is_open(page, served):
    page.goto(served.origin + "/game/signature-idealization?adversary=replay&trials=200000&twin=forgetful")
    page.click("button.run")
    finish(page)
    assert "stopped at the first violation" in page.inner_text(".cut")
    assert page.is_visible("text=first difference")
    assert page.locator(".tape a").count() == 60
    page.click('[data-key="n"]')
    assert page.inner_text(".steps .cursor th") == "1", "a key is a button, too"
    page.click("text=these trials alone")
    page.click("button.run")
    finish(page)
    assert page.locator(".cut").count() == 0 and "invalid" in page.inner_text("#result .verdict")


def moves_lead_to_an_attack_that_check_holds(page, served):
    page.goto(served.origin + "/moves")
    page.click("text=change it")
    page.check('input[value="token.wrap-bound-to-trust"]')
    page.check('input[value="successor.threshold-of-parent"]')
    page.click("text=Begin with these settings")
    page.wait_for_url("**without=**")
    for _ in range(6):
        falls = page.locator(".moves li:has(.badge) a")
        (falls if falls.count() else page.locator(".moves a:has-text('found a domain'), .moves a")).last.click()
        page.wait_for_load_state()
        if "breaks" in page.inner_text("#so-far"):
            break
    assert "breaks" in page.inner_text("#so-far"), page.url
    assert "goes no further" in page.inner_text("main")
    with page.expect_download() as download:
        page.click("text=Save as a scenario file")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "by-hand.yaml"
        download.value.save_as(file)
        checked = subprocess.run([PROGRAM, "check", str(file)], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout + checked.stderr
    page.click("text=one step back")
    assert "breaks" not in page.inner_text("#so-far"), "a step back takes it back"


def a_scope_is_searched_and_what_falls_is_replayed(page, served):
    page.goto(served.origin + "/moves?path=0")
    page.click("text=Another scope")
    page.fill('input[name="rogue-operators"]', "0")
    page.click("text=change it")
    page.check('input[value="key.handle-is-fresh"]')
    page.click("text=Begin with these settings")
    page.wait_for_url("**rogue-operators=0**")
    page.keyboard.press("Space")
    finish(page)
    verdict = words(page.inner_text("#result .verdict")).rsplit(", in", 1)[0]
    command = page.inner_text("#command code").split()[1:]
    searched = subprocess.run([PROGRAM, *command], capture_output=True, text=True)
    assert searched.returncode == 1 and verdict in words(searched.stdout), (verdict, searched.stdout)
    with page.expect_download() as download:
        page.locator("text=Save the attack as a scenario file").first.click()
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "found.yaml"
        download.value.save_as(file)
        checked = subprocess.run([PROGRAM, "check", str(file)], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout + checked.stderr


def a_walk_through_the_map(page, served):
    page.goto(served.origin + "/")
    page.click("text=Walk through it")
    page.wait_for_url("**/journey/1")
    stops = int(page.inner_text("h1").split(" of ")[1].split()[0].strip(":"))
    assert stops > 7
    for stop in range(1, stops):
        page.wait_for_load_state()
        assert f"Stop {stop} of {stops}" in page.inner_text("h1")
        page.keyboard.press("]")
        page.wait_for_url(f"**/journey/{stop + 1}")
    page.keyboard.press("[")
    page.wait_for_url(f"**/journey/{stops - 1}")
    page.click("text=Read the lesson")
    assert page.locator("article.lesson").count() == 1


def a_link_on_another_site_leads_in(chromium, served):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(served.address)
    page.wait_for_url(served.origin + "/")
    link = f'<a href="{served.origin}/hop/ind_uf?seed=3">a hop</a>'
    page.route("http://elsewhere.example/", lambda route: route.fulfill(body=link, content_type="text/html"))
    page.goto("http://elsewhere.example/")
    page.click("text=a hop")
    page.wait_for_selector("#controls")
    assert page.url == served.origin + "/hop/ind_uf?seed=3"
    context.close()
    stranger = chromium.new_context().new_page()
    stranger.route("http://elsewhere.example/", lambda route: route.fulfill(body=link, content_type="text/html"))
    stranger.goto("http://elsewhere.example/")
    stranger.click("text=a hop")
    stranger.wait_for_selector("text=This server does not know you")
    stranger.context.close()


def the_site_opens_from_a_folder(chromium, served):
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        subprocess.run([PROGRAM, "site", "-o", str(site), "--trials", "20"], check=True, capture_output=True)
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        strangers, errors = [], []
        context.on("request", lambda asked: None if asked.url.startswith((f"file://{site}/", "data:")) else strangers.append(asked.url))
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("requestfailed", lambda asked: errors.append(f"{asked.url}: {asked.failure}"))
        page.goto(f"file://{site}/index.html")
        assert "The proof" in page.inner_text("h1") and page.evaluate("document.styleSheets.length") == 1
        page.click('nav[aria-label="Parts"] >> text=Lessons')
        page.click("text=What a game is")
        page.locator(".predict").first.locator("input").nth(1).check()
        assert page.locator(".predict .why").first.is_visible()
        for name in ("hop-ind_uf", "attack-transplant", "attack-transplant.twin", "journey-3", "intervals", "matrix", "rules", "glossary"):
            page.goto(f"file://{site}/{name}.html")
            assert page.locator("h1").count() == 1, name
            # In a page of its own: axe asks for style sheets by script, which browsers refuse between files.
            examined = context.new_page()
            examined.goto(page.url)
            assert not Axe().run(examined).response["violations"], name
            examined.close()
        page.goto(f"file://{site}/hop-ind_uf.html")
        assert page.is_visible("#result .verdict") and page.is_visible(".listing")
        page.click('[rel="next"]')
        broken = page.evaluate("[...document.images].filter((image) => !image.naturalWidth).length")
        assert broken == 0
        names = {file.name for file in site.iterdir()}
        for file in site.glob("*.html"):
            for target in re.findall(r'(?:href|src)="([^"#:]+)', file.read_text()):
                assert target in names, f"{file.name} leads to {target}"
        context.close()
        assert strangers == [] and errors == [], f"{strangers} {errors}"


def a_lost_server_is_told(page, served):
    lost = Playground()
    page.goto(lost.address)
    page.wait_for_url(lost.origin + "/")
    page.goto(lost.origin + "/hop/ind_uf?trials=300")
    lost.stop()
    page.click("button.run")
    page.wait_for_selector('#result[data-state="lost"]')
    assert "The server does not answer" in page.inner_text("#result")


def a_server_lost_in_mid_run_is_come_back_to(chromium, served):
    lost = Playground()
    context = chromium.new_context()
    page = context.new_page()
    page.goto(lost.address)
    page.wait_for_url(lost.origin + "/")
    address = lost.origin + "/game/end-to-end?trials=30000&seed=7"
    page.goto(address)
    page.check('input[name="guess"][value="nothing"]')
    page.click("button.run")
    page.wait_for_selector('#result[data-state="playing"] [data-trials]')
    lost.stop()
    page.wait_for_selector('#result[data-state="lost"]')
    assert "the same settings give the same run" in page.inner_text("#result")
    kept = page.url
    again = Playground(urlsplit(lost.origin).port)
    try:
        page.reload()
        assert "This server does not know you" in page.inner_text("main"), "the token was the other server's"
        page.goto(again.address)
        page.wait_for_url(again.origin + "/")
        page.goto(kept)
        assert page.input_value('input[name="seed"]') == "7" and page.is_checked('input[name="guess"][value="nothing"]')
        page.fill('input[name="trials"]', "300")
        page.click("button.run")
        finish(page)
        assert "You said" in page.inner_text("#result") or "As you said" in page.inner_text("#result")
    finally:
        context.close()
        again.stop()


def the_measured_interval_follows_the_slider(page, served):
    run(page, served, "/hop/ind_uf?trials=300")
    measured = page.inner_text("#result tr:has-text('bound') td")
    page.check("#follow")
    slider = page.locator('[data-slides="set-signatureBits"]')
    for key in ("PageDown", "PageDown"):
        slider.focus()
        page.keyboard.press(key)
    page.wait_for_function(
        """measured => document.querySelector('#result').dataset.state === 'ended'
          && ![...document.querySelectorAll('#result tr')].some((row) => row.cells[1].textContent === measured)""", arg=measured)
    value = page.input_value('input[name="set-signatureBits"]')
    assert f"set-signatureBits={value}" in page.url and f"signatureBits={value}" in page.inner_text("#command code")
    assert page.is_visible("#bound .moved"), "the term that has moved is lit"
    page.uncheck("#follow")
    slider.focus()
    page.keyboard.press("PageUp")
    page.wait_for_selector('#result[data-state="none"]')


def the_map_tells_of_the_box_in_focus(page, served):
    page.goto(served.origin + "/")
    assert not page.is_visible("#about")
    box = page.locator('.chain a[data-hop="secrecy-hsms"]')
    box.focus()
    told = words(page.inner_text("#about"))
    for part in ("inject-known-key on q_hid·ε_sig", "held in lockstep", "lemma", "reduction", "Pr[bad] = Pr[UF]"):
        assert part in told, told
    page.keyboard.press("Escape")
    assert not page.is_visible("#about")
    page.locator('.chain a[data-hop="secrecy-chain"]').hover()
    assert "collide-trusts" in page.inner_text("#about")


def the_reduction_is_a_box_in_the_wire(page, served):
    run(page, served, "/hop/ind_uf1?adversary=guess-all-keys&set-q_gen=3&trials=300")
    page.click("text=The trial behind the token")
    asked = page.locator("#result .wire tbody tr:has(td:nth-child(2) code:text-is('keygen()'))")
    assert asked.count() == 3
    kinds = [asked.nth(place).locator("td:nth-child(3) code").first.inner_text() for place in range(3)]
    assert sorted(kinds) == ["keygen()", "rogueKeygen()", "rogueKeygen()"], "of three keys one is the challenger's"
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.locator("#result .wire tr.cursor th").inner_text() == page.locator("#result .steps tr.cursor th").inner_text() == "2"
    page.click("text=The same in Swift")
    page.locator('a[href^="/source/Games/"]').first.click()
    assert "import GameKit" in page.inner_text("pre.source")


def an_exercise_is_graded(page, served):
    page.goto(served.origin + "/lessons/what-a-game-is")
    place = page.locator(".exercise").first.get_attribute("id")
    for settings, words_ in (("tries=128", "That is what is asked"), ("tries=64", "That is not yet what is asked")):
        page.fill(f"#{place} input", f"gamekeeper play signature-idealization -a guess --trials 5000 --set {settings}")
        page.click(f"#{place} button:has-text('Try it')")
        page.wait_for_selector(f"#{place} .answer:has-text('{words_}')", timeout=60_000)
    page.fill(f"#{place} input", "gamekeeper serve")
    page.click(f"#{place} button:has-text('Try it')")
    page.wait_for_selector("text=is not run here")


def an_assignment_is_graded(page, served):
    page.goto(served.origin + "/game/signature-forgery-one-key/break")
    page.click("text=Take it")
    page.wait_for_url("**assignment=forge-short-signatures**")
    head = page.input_value("#code").split("run(function*")[0]
    for most, grade in ((0, "0 of 20 points"), (4, "20 of 20 points")):
        run_code(page, head + f"""run(function* guess(game) {{
  const {{ key }} = (yield query("keygen")).fields;
  for (let last = 0; last < {most}; last++) {{
    yield query("verify", {{ key, message: "00".repeat(16), signature: last.toString(16).padStart(16, "0") }});
  }}
  return false;
}});
""", trials=4000, seconds=300)
        assert page.inner_text("#grade").startswith(grade), page.inner_text("#result")
    assert "advantage at least 0.07" in page.inner_text("#result")


def two_tabs_show_one_run(page, served):
    address = "/game/end-to-end?trials=400&seed=5"
    page.goto(served.origin + address)
    other = page.context.new_page()
    other.goto(served.origin + address)
    page.click("button.run")
    page.wait_for_selector('#result[data-state="playing"], #result[data-state="ended"]')
    other.reload()
    finish(page)
    finish(other)
    assert page.inner_text("#result .verdict") == other.inner_text("#result .verdict")
    other.close()


def win_by_hand(page, served):
    """The calibrated suite has signatures of one bit: of two tries one is right, whatever the key."""
    begin_by_hand(page, served, "/game/signature-forgery-one-key/play?set-signatureBits=1&set-tries=2")
    ask(page, "keygen")
    page.wait_for_selector("#asked")
    for signature in ("0" * 16, "0" * 15 + "1"):
        ask(page, "verify", key="#1", message="00" * 16, signature=signature)
        page.wait_for_selector(f"#asked code:has-text('{signature}')")
    assert page.locator("#asked code", has_text="accepted").count() == 1, page.inner_text("#asked")
    page.click("text=I am done")
    assert "You have won." in page.inner_text("#ending")
    assert page.locator(".badge", has_text="won here").count() >= 1, "the winning query is marked"
    token = page.inner_text("#hand code.long").split("'")[1]
    replayed = subprocess.run([PROGRAM, "replay", token], capture_output=True, text=True)
    assert replayed.returncode == 0 and "verify" in replayed.stdout, replayed.stderr
    page.click("text=Next trial")
    assert "Played 1, won 1" in page.inner_text("#standing")


def write_mend_and_win(page, served):
    where = "/game/signature-forgery-one-key/break?set-signatureBits=1&set-tries=2"
    page.goto(served.origin + where)
    example = page.input_value("#code")
    head = example.split("run(function*")[0]
    strategy = """run(function* both(game) {
  const { key } = (yield query("keygen")).fields;
  const message = "00".repeat(16);
  for (const last of ["0", "1"]) {
    yield query("verify", { key, message, signature: "0".repeat(15) + last });
  }
  return false;
});
"""
    lines = head.count("\n")
    for wrong, right, line in (
        ("const message = ;", 'const message = "00".repeat(16);', 3), ("messages, sig", "message, sig", 5),
        ('query("verifi"', 'query("verify"', 5),
    ):
        assert right in strategy
        run_code(page, head + strategy.replace(right, wrong))
        assert page.inner_text("#problem").startswith(f"Line {lines + line}: "), (wrong, page.inner_text("#problem"))
    run_code(page, (head + strategy).replace("return false", "for (;;) {}\n  return false"))
    assert "It said nothing in time" in page.inner_text("#problem"), page.inner_text("#problem")
    run_code(page, head + strategy)
    assert page.get_attribute("#result", "data-state") == "ended", page.inner_text("#problem")
    assert "20 trials" in page.inner_text("#result tr:has-text('bad event')"), "each of 20 trials is won"
    page.reload()
    assert "function* both" in page.input_value("#code"), "what was written is kept"
    assert page.get_attribute("#result", "data-state") == "ended", "and so is what it has shown"
    with tempfile.TemporaryDirectory() as folder:
        for button in ("#export", 'a:has-text("gamekeeper.js")', 'a:has-text("package.json")'):
            with page.expect_download() as download:
                page.click(button)
            download.value.save_as(pathlib.Path(folder) / download.value.suggested_filename)
        if shutil.which("node"):
            command = ["play", "signature-forgery-one-key", "--adversary-command", "node mine.js", "--set", "signatureBits=1"]
            played = subprocess.run(
                [PROGRAM, *command, "--set", "tries=2", "--trials", "20"], capture_output=True, text=True, cwd=folder)
            assert "20 of 20" in played.stdout, played.stdout + played.stderr


def everything_can_be_read_without_the_script(chromium, served):
    with visitor(chromium, served, java_script_enabled=False) as page:
        for name in PAGES:
            open_page(page, served, name) if name not in STATES else None
            assert page.locator("h1").count() == 1, name
        page.goto(served.origin + "/hop/ind_uf?trials=300&seed=4")
        page.click("button.run")
        finish(page)


def nothing_is_inaccessible(chromium, served):
    axe, faults = Axe(), []
    for width in WIDTHS:
        for scheme in SCHEMES:
            with visitor(chromium, served, width, scheme) as page:
                for name in PAGES:
                    open_page(page, served, name)
                    if overflow(page) > 0:
                        faults.append(f"{name}, {width}: {overflow(page)} pixels too wide")
                    for violation in axe.run(page).response["violations"]:
                        nodes = [node["html"][:160] for node in violation["nodes"][:3]]
                        faults.append(f"{name}, {width}, {scheme}: {violation['id']}: {violation['help']}: {nodes}")
    assert faults == [], "\n".join(faults)


JOURNEYS = (
    predict_run_and_open_the_bad_trial, a_changed_control_retires_the_verdict, take_a_rule_out_save_and_check,
    win_by_hand, write_mend_and_win, the_keyboard_alone_suffices, a_lesson_asks_first_and_runs_in_place,
    a_block_that_was_run_keeps_what_was_predicted, a_slider_moves_the_bound_and_lights_its_term,
    the_first_violation_stops_and_its_trial_is_open, moves_lead_to_an_attack_that_check_holds,
    a_scope_is_searched_and_what_falls_is_replayed, a_walk_through_the_map,
    a_lost_server_is_told, two_tabs_show_one_run, the_measured_interval_follows_the_slider, the_map_tells_of_the_box_in_focus,
    the_reduction_is_a_box_in_the_wire, an_exercise_is_graded, an_assignment_is_graded,
)
# Those that make their own visitors.
OTHERS = (
    a_link_on_another_site_leads_in, a_server_lost_in_mid_run_is_come_back_to, the_site_opens_from_a_folder, everything_can_be_read_without_the_script, nothing_is_inaccessible,
)
asked = sys.argv[1:]

failures = 0
with browser() as chromium:
    for journey in (*JOURNEYS, *OTHERS):
        if asked and journey.__name__ not in asked:
            continue
        try:
            with playground() as served:
                if journey in JOURNEYS:
                    # A server that is lost is another origin, which only that journey may visit.
                    if journey is a_lost_server_is_told:
                        context = chromium.new_context()
                        journey(context.new_page(), served)
                        context.close()
                    else:
                        with visitor(chromium, served) as page:
                            journey(page, served)
                else:
                    journey(chromium, served)
            print(f"met      {journey.__name__}", flush=True)
        except Exception as error:
            failures += 1
            print(f"NOT MET  {journey.__name__}: {type(error).__name__}: {error}", flush=True)
sys.exit(1 if failures else 0)
