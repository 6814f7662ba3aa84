internal import AdversaryBridge
internal import ArgumentParser
internal import Arena
internal import Records
internal import Teaching
internal import Words

struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what a name, a symbol or a word stands for.",
    discussion: """
      Examples:
        \(Program.name) describe ind_uf                  a hop: claim, source, bound
        \(Program.name) describe eps_sig                 a symbol; ε_sig is the same
        \(Program.name) describe lockstep                a word; `list words` has all
        \(Program.name) describe boundAttained           a verdict
        \(Program.name) describe forging                 a lesson; `list lessons` has all
        \(Program.name) describe ind_uf --listing        both games in pseudocode
        \(Program.name) describe files                   scenarios, policies, expectations
        \(Program.name) describe key-secrecy --protocol  its queries, as JSON
        \(Program.name) describe quorum --operators 7 --n 3 --p 0.05
        \(Program.name) describe nonces --uses-per-second 1000 --rotation 1d
        \(Program.name) describe ind_uf -o hop.tex       for paper: pdflatex hop.tex
        \(Program.name) describe handout -o class.tex    lessons 1, 2 and 6

      Exit status: 0, or 64 if there is no such name; names that are near are told.
      """)

  @Argument(
    help: "A name from `\(Program.name) list`; case, blanks and `eps` for ε do not matter.", completion: Completions.everything)
  var name: String

  @Option(parsing: .unconditional, help: "With `quorum`: how many operators there are. (default: 5)") var operators: Int?
  @Option(parsing: .unconditional, help: "With `quorum`: the n to mark in the table.") var n: Int?
  @Option(parsing: .unconditional, help: "With `quorum`: how likely an operator is to be dishonest. (default: 0.01)") var p:
    Double?

  @OptionGroup var nonces: NonceOptions

  @Flag(help: "Of a game or a hop: its pseudocode, both worlds, with the lines marked that one of them has.") var listing = false
  @Flag(help: "With a game or hop: its queries and answers, for adversaries in other languages.") var `protocol` = false

  /// A description can be printed, too.
  enum Format: String, ResultFormat { case text, json, markdown, svg, latex }

  @OptionGroup var output: OutputOptions<Format>

  func run() throws {
    let outputs = try output.outputs()
    let description = try description()
    if outputs.contains(.latex), description.latex == nil {
      throw Failure.report(
        CatalogError(
          "`\(name)` is no document for LaTeX",
          hint: "games, hops, --listing, lessons and `handout` are, and `\(Program.name) theorem`"))
    }
    if outputs.contains(.svg), description.svg == nil {
      throw Failure.report(
        CatalogError("`\(name)` is no picture", hint: "`\(Program.name) describe nonces` is, and runs and tables with --plot"))
    }
    try outputs.write { format in
      switch format {
      case .text: description.text
      case .json: try JSON.text(description.record)
      case .markdown: description.markdown
      case .svg: description.svg ?? ""
      case .latex: description.latex ?? ""
      }
    }
  }

  /// What is said in a game.
  private static func spoken(_ name: String) throws -> Description {
    try Failure.orReport { () throws(CatalogError) in
      let entry = try Gamekeeper.registry.entry(name)
      guard let spoken = try SpokenGame(entry, in: Gamekeeper.registry, suite: entry.suiteNames[0]) else {
        throw CatalogError(
          "`\(name)` cannot be played from outside", hint: "its queries and answers have no form in JSON: `Formed` of `Forms`")
      }
      let heading = "\(entry.kind.rawValue) \(entry.name)"
      return Description(
        text: "\(heading)\n\n\(spoken.lists)\nSchema:\n\n\(spoken.document.pretty())\n",
        markdown: "# \(heading)\n\n\(spoken.lists)\nSchema:\n\n```json\n\(spoken.document.pretty())\n```\n",
        record: spoken.document)
    }
  }

  private func description() throws -> Description {
    let found = try Failure.orReport { () throws(CatalogError) in try Name.find(name) }
    if listing, self.protocol {
      throw Failure.report(
        CatalogError("`--listing` and `--protocol` are two descriptions", hint: "ask for one and then for the other"))
    }
    let isOfNonces = found.name == "nonces" && !listing && !self.protocol
    if !isOfNonces, let option = nonces.given {
      throw Failure.report(
        CatalogError("`--\(option)` means nothing for `\(found.name)`", hint: "it belongs to `\(Program.name) describe nonces`"))
    }
    if found.name == "quorum", !listing, !self.protocol { return try Name.quorum(operators: operators, n: n, p: p) }
    let idle = [("operators", operators != nil), ("n", n != nil), ("p", p != nil)].first { $0.1 }
    if let idle {
      throw Failure.report(
        CatalogError("`--\(idle.0)` means nothing for `\(found.name)`", hint: "it belongs to `\(Program.name) describe quorum`"))
    }
    if isOfNonces { return Description(try nonces.record()) }
    if self.protocol { return try Self.spoken(found.name) }
    if listing {
      guard let listing = Listing.named(found.name) else {
        throw Failure.report(
          CatalogError("`\(found.name)` has no listing", hint: "games and hops have one: `\(Program.name) list games`"))
      }
      return Description(listing.record(of: found.name))
    }
    return try found.description()
  }
}
