"""A picture of every page, wide and narrow, light and dark, below results/playground."""

import pathlib

from playground import PAGES, browser, open_page, overflow, playground, visitor

FOLDER = pathlib.Path("results/playground")
# Light and wide, and dark and narrow: each of the four is seen, and half as much is kept.
LOOKS = (("wide", "light"), ("narrow", "dark"))

FOLDER.mkdir(parents=True, exist_ok=True)
with playground() as served, browser() as chromium:
    for width, scheme in LOOKS:
        with visitor(chromium, served, width, scheme) as page:
            for name in PAGES:
                open_page(page, served, name)
                assert overflow(page) <= 0, f"{name} is {overflow(page)} pixels too wide"
                height = min(4000, page.evaluate("document.documentElement.scrollHeight"))
                page.screenshot(
                    path=FOLDER / f"{name}-{width}-{scheme}.png",
                    full_page=True,
                    clip={"x": 0, "y": 0, "width": page.viewport_size["width"], "height": height},
                )
                print(f"{name}-{width}-{scheme}")
