public import Arena
@_spi(Harness) internal import Coins
public import Forms
internal import Words

/// How adversaries in other languages play, for whoever writes one: `docs/protocol.md`.
public enum ProtocolPage {
  public static func markdown(_ registry: Registry) throws(CatalogError) -> String {
    var sections: [(games: [String], spoken: SpokenGame)] = []
    for entry in registry.entries {
      guard let spoken = try SpokenGame(entry, in: registry, suite: entry.suiteNames[0]) else { continue }
      if let index = sections.firstIndex(where: { ($0.spoken.queries, $0.spoken.answers) == (spoken.queries, spoken.answers) }) {
        sections[index].games.append(entry.name)
      } else {
        sections.append(([entry.name], spoken))
      }
    }
    return introduction + vectors + games
      + sections.map { "\n### \($0.games.map { "`\($0)`" }.joined(separator: ", "))\n\n\($0.spoken.lists)" }.joined()
  }

  private static var introduction: String {
    """
    # The protocol of adversaries in other languages

    Made from the code that speaks it, by \
    `\(CommandWords.line("describe", "protocol", CommandWords.option("format", "markdown")))`.

    An adversary is a command: \
    `\(CommandWords.line("play", "GAME", CommandWords.option("adversary-command", "'python3 mine.py'")))`. It is told on its \
    standard input, \
    and \
    speaks on its standard output, JSON, one document a line of at most 1 MiB. What it writes to its standard error is shown \
    under \
    its name. White space and blank lines do not count. `Adversaries/External` has clients in Python, JavaScript and C, a file \
    each.

    ## The conversation

    1. It is told `{"hello": {"protocol": [LEAST, MOST], "kind": …, "game": …, "suite": …, "parameters": {…}, "budgets": {…}, \
    "public": {…}, "lanes": MOST, "queries": SCHEMA, "answers": SCHEMA}}`: the versions that are spoken, what is played, what \
    it may \
    use (null is no limit), and at most how many trials at once. Fields and items that it does not know it ignores; one that \
    nobody \
    knows is there to see that it does.
    2. It says `{"ready": {"protocol": VERSION, "name": …, "lanes": NUMBER}}` within 10 s. This is protocol \(Hello.version).
    3. From then on a line is a list of items, each about one lane: a trial that is under way.

    | it is told | |
    | --- | --- |
    | `[LANE, "start", TRIAL, SEED]` | a trial begins; a fifth item is its budgets, where they are not those of the first line |
    | `[LANE, "ok", ANSWER]` | the answer to what it asked last |
    | `[LANE, "refused", WHY]` | what it asked is no query; nothing is charged, and it asks another one. 100 end the trial |
    | `[LANE, "spent", SYMBOL]` | this budget is used up, and the trial is over |
    | `[LANE, "over", WHY]` | the trial is over |

    | it says | |
    | --- | --- |
    | `[LANE, "ask", QUERY]` | a query; it waits for what it is told |
    | `[LANE, "guess", BIT]` | its guess, 0 or 1; the trial is over |
    | `[LANE, "credit", ATTACK]` | the attack that it goes on with, for the report; no answer |
    | `[LANE, "resign", WHY]` | it gives up; the trial is over |
    | `{"log": TEXT}` | a line for people, by itself, at any time |

    Items of one lane are in order, those of different lanes in any. Each lane speaks when it has been told something, and a \
    line may \
    be about some lanes only; one item may stand by itself, without the list around it.

    After 5 s without a line, or with one that cannot be read, the process and all that it has started are ended. The trials \
    that \
    were under way are forfeits: outcomes with a reason, which count as anything in the intervals, or as its loss with \
    `\(CommandWords.option("strict"))`. It \
    is started again at most three times, all its processes together, and ended after 64 MiB of standard error. A trial of two \
    worlds is played in both with the same seed; where the worlds are compared over many trials only, and the coins are \
    secret, in one of them, which a coin draws. One trial of each fifty, drawn, too, is played again by another process with \
    one lane: whoever asks otherwise after the same answers is no function of its coins, and that trial is a forfeit \
    (`\(CommandWords.option("stateful"))` allows it). \
    `GAMEKEEPER_TRACE=FILE` writes down every line.

    ## Values

    Bytes are strings of lower-case hexadecimal digits; below `HEX16` stands for sixteen of them, `HEX` for any even number. \
    Whole \
    numbers beyond 2^53 are strings of digits; any may be. A query is an object with one key, its name, and under it its named \
    fields; so is an answer, and so are the choices inside them. A field with a question mark may be left out. A field that is \
    not \
    known here is an error.

    ## Coins

    An adversary draws what it likes; what it draws has to be a function of the trial's seed, so that trials replay. The \
    clients have \
    the coins of this program's own adversaries: a value for each name, whenever and in whatever order it is asked for. The \
    seed is \
    two 64-bit words, k₀ and k₁, in 32 hexadecimal digits. A draw is named by a purpose of at most seven ASCII letters and three \
    64-bit numbers a, b, c. Block i of it is Philox4x64-10 (Salmon, Moraes, Dror and Shaw, SC 2011) of the counter (p·2⁸ + i, \
    a, b, c) \
    under the key (k₀, k₁), where p has the purpose's letters, the first in the lowest byte. n bits are the upper n of the \
    first word \
    of block 0. A number below m is the upper half of w·m for the first word w, block by block, for which the lower half is at \
    least \
    2⁶⁴ mod m. Bytes are the words of blocks 0, 1, …, each with its lowest byte first.

    A trial's seed is derived from the run's by a one-way function, and says nothing about the challenger's coins, which are \
    ChaCha20 \
    under a key that is drawn for the run and printed, afterwards, in its replay token.


    """
  }

  private static var vectors: String {
    func hex(_ word: UInt64) -> String {
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    func row(_ key: SIMD2<UInt64>, _ counter: SIMD4<UInt64>) -> String {
      let block = Generator.philox.block(key: key, counter: counter)
      func words<V: SIMD<UInt64>>(_ vector: V) -> String { vector.indices.map { hex(vector[$0]) }.joined(separator: " ") }
      return "| `\(words(key))` | `\(words(counter))` | `\(words(block))` |\n"
    }
    let pi: [UInt64] = [
      0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89, 0x4528_21e6_38d0_1377,
      0xbe54_66cf_34e9_0c6c,
    ]
    let coins = CoinSource(seed: 1).coins(trial: 2, role: .adversary)
    let label = Label("fuzz", 1, 2, 3)
    return """
      The authors' vectors of the generator, words from the lowest on:

      | key | counter | block |
      | --- | --- | --- |

      """ + row(.zero, .zero) + row(.init(repeating: .max), .init(repeating: .max))
        + row(SIMD2(pi[4], pi[5]), SIMD4(pi[0], pi[1], pi[2], pi[3]))
          + """

          With the seed `\(coins.seedText)` the draw `fuzz` of (1, 2, 3) is `\(hex(coins.bits(64, for: label)))` as 64 bits, \
          \(coins.bits(8, for: label)) as 8 bits, \(coins.uniform(below: 1000, for: label)) below 1000, and \
          `\(coins.bytes(6, for: label).map { hex(UInt64($0)).suffix(2) }.joined())` as six bytes.


          """
  }

  private static var games: String {
    """
    ## Queries and answers

    `\(CommandWords.line("describe", "GAME", CommandWords.option("protocol")))` has them as JSON Schema. On suites other than \
    the calibrated one keys, signatures and \
    digests are byte strings of other lengths.

    """
  }
}

extension SpokenGame {
  /// Queries and answers, one a line.
  public var lists: String {
    func list(_ schema: Document) -> String {
      (schema["oneOf"]?.elements ?? [schema]).map { "    \($0.shape)\n" }.joined()
    }
    return "Queries:\n\n\(list(queries))\nAnswers:\n\n\(list(answers))"
  }

  /// All of it, as JSON.
  public var document: Document { ["queries": queries, "answers": answers, "budgets": budgets] }
}
