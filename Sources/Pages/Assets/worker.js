// The reader's adversary in a worker that reaches nothing: it is told its code first, and then lines; it says lines.
"use strict";
{
  let player = null;
  let isBroken = false;
  let lastQuery = 0;
  const post = self.postMessage.bind(self);
  // Marked with a name of its own, so that a place in it is known from a place in the client.
  const name = "adversary.js";

  const placeOf = (error) => {
    const place = String(error?.stack ?? "").match(/adversary\.js:(\d+)/);
    return place ? Number(place[1]) : error?.lineNumber ?? lastQuery;
  };
  const fail = (words, line) => {
    if (isBroken) return;
    isBroken = true;
    post({ error: words, line });
  };
  self.addEventListener("error", (event) => {
    event.preventDefault();
    fail(event.message.replace(/^Uncaught /, ""), event.lineno);
  });
  self.console.log = (...words) => post({ log: words.map(String).join(" ") });

  const shown = {
    ...client,
    query(...parts) {
      lastQuery = placeOf(new Error());
      return client.query(...parts);
    },
    run(strategy, options) {
      const guarded = function* (game) {
        try { return yield* strategy(game); } catch (error) {
          fail(String(error), placeOf(error));
          throw error;
        }
      };
      player = new client.Player(guarded, { name: strategy.name, ...options });
    },
  };

  const begin = (code) => {
    self.gamekeeper = shown;
    // As long as it was, so that lines keep their numbers.
    const plain = code.replace(/^[ \t]*import\s*(\{[^}]*\})\s*from\s*["']\.\/gamekeeper\.js["'];?/m,
      (_, names) => `const ${names.replace(/\bas\b/g, ":")} = gamekeeper;`);
    const other = plain.match(/^[ \t]*(import|export)\b.*/m);
    if (other) {
      fail(`\`${other[0].trim()}\`: only \`import { … } from "./gamekeeper.js"\` is understood here`, plain.slice(0, other.index).split("\n").length);
      return;
    }
    const compiled = `(() => { "use strict"; ${plain}\n})()\n//# sourceURL=${name}`;
    // What is no program is reported with its line only where it is run by itself.
    self.setTimeout(compiled, 0);
  };

  const hear = (line) => {
    if (isBroken) return;
    if (player === null) { fail("it never calls `run(…)`", 1); return; }
    try {
      const reply = player.hear(line);
      if (reply !== undefined) post({ line: reply });
    } catch (error) { fail(String(error), placeOf(error)); }
  };
  self.onmessage = ({ data }) => {
    if (data.code !== undefined) { begin(data.code); return; }
    // The first one comes after the code has run.
    if (player === null) self.setTimeout(() => hear(data.line), 0);
    else hear(data.line);
  };
}
