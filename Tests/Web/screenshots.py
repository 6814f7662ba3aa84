"""A picture of every page, or of those that are named, wide and narrow, light and dark, below results/playground."""

import pathlib
import sys

from playground import PAGES, browser, open_page, overflow, playground, visitor

FOLDER = pathlib.Path("results/playground")
# Light and wide, and dark and narrow: each of the four is seen, and half as much is kept.
LOOKS = (("wide", "light"), ("narrow", "dark"))
# The height of a picture, in pixels.
MOST = 4000

FOLDER.mkdir(parents=True, exist_ok=True)
with playground() as served, browser() as chromium:
    for width, scheme in LOOKS:
        with visitor(chromium, served, width, scheme) as page:
            for name in sys.argv[1:] or PAGES:
                open_page(page, served, name)
                assert overflow(page) <= 0, f"{name} is {overflow(page)} pixels too wide"
                height = page.evaluate("document.documentElement.scrollHeight")
                shown = page.locator('#result[data-state="ended"]')
                # Of a long page its beginning, or what was run on it.
                place = shown.bounding_box()["y"] + page.evaluate("scrollY") if shown.count() else 0
                top = place - 300 if place > MOST else 0
                page.screenshot(
                    path=FOLDER / f"{name}-{width}-{scheme}.png",
                    full_page=True,
                    clip={"x": 0, "y": top, "width": page.viewport_size["width"], "height": min(MOST, height - top)},
                )
                print(f"{name}-{width}-{scheme}")
