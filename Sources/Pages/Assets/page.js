// The pages work without this script. It adds live runs, keys, buttons that copy, and answers that stay hidden until asked for.
"use strict";
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = $("#controls");
  document.documentElement.classList.add("scripted");

  const say = (words) => { $("#said").textContent = words; };

  // ---- The settings: the address of the page is the settings of the run.

  /** The address of this page with what the form holds. */
  const address = () => {
    const fields = new FormData(form);
    for (const [name, value] of [...fields]) if (value === "") fields.delete(name);
    return `${form.dataset.page}?${new URLSearchParams(fields)}`;
  };

  /** Fetches a page and puts those parts of it in the place of ours. */
  const refresh = async (url, options, parts, isWanted = () => true) => {
    const answer = await fetch(url, { headers: { Accept: "text/html" }, ...options });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!isWanted()) return null;
    const error = $(".error", page);
    if (!answer.ok && error) {
      const result = $("#result");
      result.dataset.state = "failed";
      result.setAttribute("aria-busy", "false");
      result.replaceChildren(error);
      say(error.textContent);
      return null;
    }
    for (const part of parts) {
      const [ours, theirs] = [$(part), $(part, page)];
      if (ours && theirs) ours.replaceWith(document.adoptNode(theirs));
    }
    return answer.url;
  };

  let changes = 0;
  /** A changed control retires the verdict: it was of other settings. */
  const changed = async (event) => {
    if (event.target.name === "guess" || event.target.dataset.slides) return;
    if (event.target.id === "follow" && !event.target.checked) return;
    if (event.target.tagName === "SELECT") { location.assign(address()); return; }
    const change = ++changes;
    await new Promise((resolve) => setTimeout(resolve, 250));
    if (change !== changes || !form.checkValidity()) return;
    const before = all("#bound [data-value]").map((part) => part.dataset.value);
    if ($("#follow").checked) {
      await stop();
      await send(form);
      light(before);
      return;
    }
    if (state() === "playing") return;
    const url = address();
    try { if (await refresh(url, {}, ["#bound", "#command", "#result"])) history.replaceState(null, "", url); } catch { lost(); }
    light(before);
  };

  /** Lights the parts of the bound that have moved: the innermost ones. */
  const light = (before) => {
    const parts = all("#bound [data-value]");
    if (parts.length !== before.length) return;
    const moved = new Set(parts.filter((part, place) => part.dataset.value !== before[place]));
    for (const part of moved) part.classList.toggle("moved", !all("[data-value]", part).some((inner) => moved.has(inner)));
  };

  // ---- Sliders beside numbers: evenly, or by factors where the range is wide.

  for (const slider of all("[data-slides]")) {
    const number = form.elements[slider.dataset.slides];
    const [least, most] = [Number(number.min), Number(number.max)];
    const byFactors = most - least > 200;
    const value = (part) => Math.round(byFactors ? (least + 1) * ((most + 1) / (least + 1)) ** part - 1 : least + (most - least) * part);
    const part = (value) => (byFactors ? Math.log((value + 1) / (least + 1)) / Math.log((most + 1) / (least + 1)) : (value - least) / (most - least));
    const place = () => {
      slider.value = 1000 * part(Number(number.value));
      slider.setAttribute("aria-valuetext", number.value);
    };
    place();
    number.addEventListener("input", place);
    slider.addEventListener("input", () => {
      number.value = value(Number(slider.value) / 1000);
      slider.setAttribute("aria-valuetext", number.value);
      number.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  // ---- Runs.

  let lastPower = 0;
  const state = () => $("#result")?.dataset.state;

  /** Verdicts are announced once, and every tenfold of trials. */
  const announce = () => {
    const trials = Number($("[data-trials]")?.dataset.trials ?? 0);
    const power = trials > 0 ? Math.floor(Math.log10(trials)) : 0;
    if (state() === "playing" && power > lastPower) { lastPower = power; say(`${trials} trials`); }
    if (state() === "ended") say($("#result .verdict")?.textContent ?? "The run has ended.");
  };

  const lost = () => {
    const result = $("#result");
    if (!result) return;
    result.dataset.state = "lost";
    result.setAttribute("aria-busy", "false");
    const words = document.createElement("p");
    words.className = "error";
    words.textContent = "The server does not answer. Start gamekeeper serve again and open the address that it prints: the settings of this run are in the address of this page, and the same settings give the same run.";
    result.replaceChildren(words);
    say(words.textContent);
  };

  let isWatching = false;
  const watch = async () => {
    if (isWatching) return;
    isWatching = true;
    lastPower = 0;
    try {
      while (state() === "playing") {
        await new Promise((resolve) => setTimeout(resolve, 300));
        const url = location.href;
        await refresh(url, {}, ["#result"], () => url === location.href);
        announce();
      }
    } catch { lost(); }
    isWatching = false;
  };

  /** Ends the run that goes on, if there is one, before another. */
  const stop = async () => {
    const sent = state() === "playing" && $("#result form");
    if (sent) await fetch(sent.action, { method: "POST", body: new URLSearchParams(new FormData(sent)) }).catch(lost);
  };

  const send = async (sent) => {
    changes++;
    const body = new URLSearchParams(new FormData(sent));
    for (const [name, value] of [...body]) if (value === "") body.delete(name);
    try {
      const url = await refresh(sent.action, { method: "POST", body }, ["#bound", "#command", "#result"]);
      if (!url) return;
      history.replaceState(null, "", url);
      if (state() === "ended") announce(); else watch();
    } catch { lost(); }
  };

  document.addEventListener("submit", (event) => {
    const sent = event.target;
    if (sent.method !== "post" || event.submitter?.formMethod === "get" || !/^\/(run|stop)\//.test(new URL(sent.action).pathname)) return;
    event.preventDefault();
    send(sent);
  });
  form?.addEventListener("change", changed);
  if (state() === "playing") watch();

  // ---- Answers stay hidden until something was said.

  for (const asked of all(".predict")) {
    const [why, choices] = [$(".why", asked), all("input", asked)];
    why.hidden = true;
    const key = `gamekeeper:${$("[data-lesson]")?.dataset.lesson}:${choices[0]?.name}`;
    const answer = () => {
      const chosen = choices.find((choice) => choice.checked);
      if (!chosen) return;
      localStorage.setItem(key, chosen.value);
      why.hidden = false;
      why.open = true;
      $(".answer", asked)?.remove();
      const words = document.createElement("p");
      const isRight = "right" in chosen.dataset;
      words.className = `answer ${isRight ? "right" : "wrong"}`;
      words.textContent = isRight ? "That is what happens." : "It comes out otherwise.";
      why.before(words);
    };
    asked.addEventListener("change", () => { answer(); say($(".answer", asked).textContent); });
    const kept = choices.find((choice) => choice.value === localStorage.getItem(key));
    if (kept) { kept.checked = true; answer(); }
  }

  // ---- The map: what is known of the box that has the focus, or the mouse over it; its row in the table is its description.

  const about = $("#about");
  const tell = (box) => {
    const row = $(`#row-${box.dataset.hop}`);
    const heads = all("thead th", row.closest("table"));
    const list = document.createElement("dl");
    for (const [place, cell] of [...row.cells].entries()) {
      if (cell.textContent.trim() === "") continue;
      const [term, words] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = heads[place].textContent;
      words.append(...cell.cloneNode(true).childNodes);
      for (const link of all("a", words)) link.replaceWith(...link.childNodes);
      list.append(term, words);
    }
    about.replaceChildren(list);
    about.hidden = false;
  };
  const untell = () => { about.hidden = true; };
  for (const box of about ? all(".chain a") : []) {
    box.setAttribute("aria-describedby", `row-${box.dataset.hop}`);
    for (const event of ["focus", "mouseenter"]) box.addEventListener(event, () => tell(box));
    for (const event of ["blur", "mouseleave"]) box.addEventListener(event, untell);
  }
  if (about) document.addEventListener("keydown", (event) => { if (event.key === "Escape") untell(); });

  // ---- Buttons.

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.key) keys[button.dataset.key]();
    if (button?.dataset.opens) $(`#${button.dataset.opens}`).showModal();
    if (!button?.dataset.copies) return;
    const words = button.textContent;
    try {
      await navigator.clipboard.writeText($(button.dataset.copies).textContent.replace(/^\$ /, ""));
      button.textContent = "Copied";
    } catch { button.textContent = "Copy it by hand"; }
    setTimeout(() => { button.textContent = words; }, 1500);
  });

  // ---- Keys; all of them are buttons or links, too.

  const next = () => {
    const steps = all(".steps tbody tr");
    if (steps.length === 0) return;
    const trial = steps[0].closest("details");
    if (trial) trial.open = true;
    const place = steps.findIndex((step) => step.classList.contains("cursor")) + 1;
    if (place >= steps.length) return;
    steps[place - 1]?.classList.remove("cursor");
    steps[place].classList.add("cursor");
    for (const row of all(".wire tbody tr")) row.classList.toggle("cursor", row.dataset.step === String(place + 1));
    steps[place].scrollIntoView({ block: "nearest" });
    say(steps[place].textContent.trim());
  };

  const keys = {
    " ": () => (state() === "playing" ? $("#result form button") : $("button.run"))?.click(),
    n: next,
    N: () => ($('[data-trial="next"]') ?? $('#result a[href^="/trial"]'))?.click(),
    g: () => $("#guess input, .predict input")?.focus(),
    "[": () => $('[rel="prev"]')?.click(),
    "]": () => $('[rel="next"]')?.click(),
    "?": () => $("#keys")?.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) return;
    const field = event.target.closest("input, select, textarea, button, summary, a, [contenteditable]");
    // A space, and letters in a field that takes them, belong to what has the focus.
    if (field && (event.key === " " || field.matches("input:not([type=radio], [type=checkbox]), select, textarea"))) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
})();
