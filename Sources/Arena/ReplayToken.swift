public import Coins
public import Records
internal import Referee
internal import Words

/// The address of one trial, as text that survives a shell, a log and a chat.
///
/// `gk1:game/NAME/ADVERSARY/SUITE/a=1,b=2/coupled/TWIN/philox/SEED/CAMPAIGN/TRIAL/CHECKSUM`; the version changes with the format.
/// `gk2` is the same with `secret:…` for the generator: tokens of runs without a secret are read by versions that know none. The
/// name of a game, a hop or an adversary of another package is followed by where it comes from, `NAME@ORIGIN`. `gk3` is either,
/// with a command for an adversary: `!`, and all of it but letters, digits, dots, hyphens and underscores in per cent signs.
public struct ReplayToken: Sendable {
  public let selection: Selection
  public let source: CoinSource
  public let trial: UInt64

  public init(_ selection: Selection, source: CoinSource, trial: UInt64) {
    (self.selection, self.source, self.trial) = (selection, source, trial)
  }

  public var text: String {
    let body = Self.head(selection, source) + "\(trial)"
    var checksum = Checksum()
    checksum.add(body.utf8)
    return body + "/" + checksum.text
  }

  /// Everything before the number of the trial.
  static func head(_ selection: Selection, _ source: CoinSource) -> String {
    let settings = selection.entry.parameters.compactMap { parameter in
      selection.parameters[parameter.name].map { "\(parameter.name)=\($0)" }
    }.joined(separator: ",")
    let fields = [
      selection.entry.kind.rawValue, selection.entry.tokenName, selection.attack?.tokenName ?? selection.adversary,
      selection.suite.rawValue, settings,
      selection.coupling.rawValue, selection.twin ?? "-", source.kind, "\(source.seed)", "\(source.campaign)", "",
    ]
    return "\(version(selection.attack?.outsider != nil, source)):" + fields.joined(separator: "/")
  }

  private static func version(_ isOutside: Bool, _ source: CoinSource) -> String {
    isOutside ? "gk3" : source.secret == nil ? "gk1" : "gk2"
  }

  /// Reads a token; blanks, line breaks and quotes that a chat or a terminal put in or around it do not count.
  /// - Parameters:
  ///   - registry: what its names are looked up in.
  ///   - outsider: makes an adversary of a command, or says why not.
  /// - Throws: an error that says whether the token is of another version, damaged, or names something that does not exist.
  public init(
    _ pasted: String, in registry: Registry,
    outsider: (_ command: String) throws(CatalogError) -> any Outsider = { command throws(CatalogError) in
      throw CatalogError("replay token is of the command `\(command)`", hint: "the command line replays it")
    }
  ) throws(CatalogError) {
    let text = String(
      String.UnicodeScalarView(pasted.unicodeScalars.filter { !$0.properties.isWhitespace && !Self.ornaments.contains($0) }))
    func damaged(_ why: String) -> CatalogError {
      CatalogError("replay token `\(text)` \(why)", hint: "copy the whole token, from `gk` to the checksum")
    }
    guard let colon = text.firstIndex(of: ":") else { throw damaged("is not a token") }
    guard ["gk1", "gk2", "gk3"].contains(text[..<colon]) else {
      throw CatalogError(
        "replay token of format `\(text[..<colon])` cannot be read", hint: "this version reads the formats gk1, gk2 and gk3")
    }
    var checksum = Checksum()
    guard let end = text.lastIndex(of: "/") else { throw damaged("is damaged: its checksum does not match") }
    checksum.add(text[..<end].utf8)
    guard text[text.index(after: end)...] == checksum.text else { throw damaged("is damaged: its checksum does not match") }
    let fields = text[text.index(after: colon)..<end].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 11, let kind = Entry.Kind(rawValue: fields[0]), let coupling = Coupling(rawValue: fields[5]),
      let seed = UInt64(fields[8]), let campaign = UInt64(fields[9]), let trial = UInt64(fields[10]),
      let source = CoinSource(kind: fields[7], seed: seed, campaign: campaign),
      text[..<colon] == Self.version(fields[2].hasPrefix("!"), source)
    else { throw damaged("is damaged") }
    var settings: [(name: String, value: Int)] = []
    for setting in fields[4].split(separator: ",") {
      let parts = setting.split(separator: "=")
      guard parts.count == 2, let value = Int(parts[1]) else { throw damaged("is damaged") }
      settings.append((String(parts[0]), value))
    }
    var (entry, adversary) = try Self.names(kind, fields[1], fields[2], registry)
    if let command = Self.command(fields[2]) {
      let outsider = try outsider(command)
      (entry, adversary) = (entry.played(by: outsider), outsider.command)
    }
    // Older tokens name every parameter, also those that their adversary does not read.
    settings.removeAll { setting in entry.parameters.contains { $0.name == setting.name && !$0.applies(to: adversary) } }
    selection = try registry.select(
      entry, adversary: adversary, suite: fields[3], settings: settings, twin: fields[6] == "-" ? nil : fields[6],
      coupling: coupling == .coupled ? nil : coupling)
    (self.source, self.trial) = (source, trial)
  }

  /// Looks up who plays what; a name of another package is to be of that package.
  private static func names(
    _ kind: Entry.Kind, _ game: String, _ adversary: String, _ registry: Registry
  ) throws(CatalogError) -> (Entry, String) {
    func split(_ name: String) -> (name: String, origin: String?) {
      let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : (name, nil)
    }
    func foreign(_ what: String, _ name: String, _ origin: String) -> CatalogError {
      CatalogError(
        "replay token is of \(what) `\(name)` of `\(origin)`, which this program does not have",
        hint: origin == Additions.tried
          ? CommandWords.line("try", "FILE", CommandWords.option("game", game), CommandWords.option("replay", "TOKEN"))
          : "replay it with the program that printed it")
    }
    let (asked, player) = (split(game), split(adversary))
    if let origin = asked.origin, !registry.entries.contains(where: { $0.name == asked.name && $0.origin == origin }) {
      throw foreign(kind.rawValue, asked.name, origin)
    }
    let entry = try registry.entry(asked.name, kind: kind)
    if command(adversary) != nil { return (entry, adversary) }
    if let origin = player.origin, !entry.attacks.contains(where: { $0.name == player.name && $0.origin == origin }) {
      throw foreign("adversary", player.name, origin)
    }
    return (entry, player.name)
  }

  /// The command that this field of a token is; nil if it is a name.
  private static func command(_ field: String) -> String? { field.hasPrefix("!") ? String(field.dropFirst()).unescaped : nil }

  /// Quotes, and marks that are not seen; none of them occurs in a token.
  private static let ornaments = Set("\"'`´‘’‚“”„«»‹›\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}".unicodeScalars)

  /// FNV-1a, 32 bits: it finds slips of a keyboard, not of an enemy.
  struct Checksum {
    private(set) var sum: UInt32 = 0x811c_9dc5

    mutating func add(_ byte: UInt8) { sum = (sum ^ UInt32(byte)) &* 0x0100_0193 }
    mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

    var text: String {
      let digits = String(sum, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }
  }
}

extension ReplayToken {
  /// Plays the trial again and writes down its first steps, and the coins that go with them.
  /// - Parameters:
  ///   - showsMoves: also write down its moves with their chances, where they are known.
  ///   - showsReduction: also what passes on the wire of the reduction, where there is one.
  public func play(
    mostSteps: Int = TrialRecord.mostSteps.upperBound, showsMoves: Bool = false, showsReduction: Bool = false
  ) -> TrialRecord {
    Traps.isPlaying(selection, source)
    let experiment = selection.experiment
    var record = experiment.replay(trial: trial, source: source, mostSteps: mostSteps)
    if !showsReduction { record.relayed = nil }
    guard selection.noChances(experiment) == nil, let (moves, violation) = experiment.replayedChances?(trial, source) else {
      return record
    }
    record.chanceViolation = violation?.description
    if showsMoves {
      record.moves = moves.map {
        .init(kind: $0.kind.words, chance: "\($0.chance.numerator)/\($0.chance.denominator)", succeeds: $0.succeeds)
      }
    }
    return record
  }
}

extension Entry {
  fileprivate var tokenName: String { origin.map { "\(name)@\($0)" } ?? name }
}

extension AttackFacts {
  fileprivate var tokenName: String {
    if let outsider { return "!" + outsider.command.escaped }
    return origin.map { "\(name)@\($0)" } ?? name
  }
}

extension String {
  /// As a field of a token.
  fileprivate var escaped: String {
    utf8.map { byte in
      let character = Character(UnicodeScalar(byte))
      if character.isASCII, character.isLetter || character.isNumber || ".-_".contains(character) { return String(character) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// Nil if a per cent sign is followed by something else than two digits.
  fileprivate var unescaped: String? {
    var (bytes, rest) = ([UInt8](), utf8[...])
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16), rest.count >= 2 else { return nil }
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
