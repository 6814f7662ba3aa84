// Break: the reader's adversary runs in workers here, and its lines are carried to the server and back.
"use strict";
(() => {
  const $ = (selector) => document.querySelector(selector);
  const bench = $("#bench");
  const [code, form, problem, progress, log] = [$("#code"), $("#settings"), $("#problem"), $("#progress"), $("#log")];
  const { page, file } = bench.dataset;
  const key = `gamekeeper:${page}`;

  // ---- What is written is kept.

  const example = $("#example").textContent;
  code.value = localStorage.getItem(key) ?? example;
  code.addEventListener("input", () => localStorage.setItem(key, code.value));
  $("#begin-anew").addEventListener("click", () => {
    localStorage.removeItem(key);
    code.value = example;
    code.focus();
  });
  $("#export").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([code.value], { type: "text/javascript" }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });

  // ---- A run.

  const post = async (path, fields) => {
    const answer = await fetch(path, { method: "POST", body: new URLSearchParams(fields) });
    if (answer.ok) return answer.json();
    const other = new DOMParser().parseFromString(await answer.text(), "text/html");
    throw new Error(other.querySelector(".error")?.textContent ?? `the server answers ${answer.status}`);
  };

  const show = (words, line) => {
    problem.textContent = line ? `Line ${line}: ${words}` : words;
    problem.hidden = false;
    if (!line) return;
    const start = code.value.split("\n").slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    const end = code.value.indexOf("\n", start);
    code.focus();
    code.setSelectionRange(start, end < 0 ? code.value.length : end);
  };
  const note = (words) => {
    if (log.textContent.length > 20_000) return;
    log.hidden = false;
    log.textContent += `${words}\n`;
  };

  /** The workers of a run, and what they have said since it was carried last. */
  class Workers {
    constructor(text) { Object.assign(this, { text, all: new Map(), said: [], fault: null, wake: () => {} }); }

    tell(player, line) {
      let worker = this.all.get(player);
      if (!worker) {
        worker = new Worker("/worker.js");
        worker.onmessage = ({ data }) => this.hear(player, data);
        worker.onerror = (event) => this.fail(event.message || "it was ended by the browser", event.lineno);
        worker.postMessage({ code: this.text });
        this.all.set(player, worker);
      }
      worker.postMessage({ line });
    }

    hear(player, data) {
      if (data.log !== undefined) note(data.log);
      if (data.error !== undefined) this.fail(data.error, data.line);
      if (data.line !== undefined && data.error === undefined) {
        this.said.push({ player, line: data.line });
        this.wake();
      }
    }

    fail(words, line) {
      this.fault ??= { words, line };
      this.wake();
    }

    /** Nothing is asked of it any more. */
    end(player) {
      this.all.get(player)?.terminate();
      this.all.delete(player);
    }

    /** Waits a moment for somebody to say something. */
    async news() {
      if (this.said.length === 0 && !this.fault) {
        await new Promise((resolve) => { this.wake = resolve; setTimeout(resolve, 500); });
      }
      return this.said.splice(0);
    }
  }

  let running = null;
  const stop = async () => { if (running) await post(`${page}/stop`, { run: running }); };

  const play = async () => {
    const workers = new Workers(code.value);
    const fields = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...fields]) if (value === "") fields.delete(name);
    const { run, address } = await post(`${page}/begin`, fields);
    running = run;
    try {
      let isOver = false;
      while (!isOver) {
        const said = workers.all.size === 0 ? [] : await workers.news();
        if (workers.fault) { await stop(); break; }
        const told = await post(`${page}/relay`, { run, said: JSON.stringify(said) });
        for (const { player, line } of told.lines) workers.tell(player, line);
        for (const words of told.log) note(words);
        for (const { player, why } of told.ends) {
          workers.end(player);
          if (why) workers.fail(`It ${why}, and was ended: is there a loop without an end?`);
        }
        if (told.trials !== undefined) progress.textContent = `${told.trials} of ${told.target} trials`;
        isOver = told.isOver;
      }
      if (workers.fault) { show(workers.fault.words, workers.fault.line); return; }
      await result(address);
    } finally {
      running = null;
      for (const player of [...workers.all.keys()]) workers.end(player);
    }
  };

  /** Puts what the run has shown in its place. */
  const result = async (address) => {
    const other = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    $("#result").replaceWith(document.adoptNode(other.querySelector("#result")));
    history.replaceState(null, "", address);
    progress.textContent = $("#result .verdict")?.textContent ?? "The run has ended.";
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (running) return;
    [problem.hidden, log.hidden, log.textContent] = [true, true, ""];
    $("#result").dataset.state = "playing";
    $("#result").replaceChildren();
    progress.textContent = "The first trials are being played.";
    form.querySelector("button").disabled = true;
    try { await play(); } catch (error) { show(error.message); }
    form.querySelector("button").disabled = false;
    if (!problem.hidden) {
      progress.textContent = "";
      $("#result").dataset.state = "failed";
      $("#result").textContent = "The run was stopped: mend what stands above, and run it again.";
    }
  });
  addEventListener("pagehide", () => {
    if (running) navigator.sendBeacon(`${page}/stop`, new URLSearchParams({ run: running }));
  });
})();
