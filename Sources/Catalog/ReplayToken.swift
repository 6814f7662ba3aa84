public import Coins
internal import Referee

/// The address of one trial, as text that survives a shell, a log and a chat.
///
/// `gk1:game/NAME/ADVERSARY/SUITE/a=1,b=2/coupled/TWIN/philox/SEED/CAMPAIGN/TRIAL/CHECKSUM`; the version changes with the format.
public struct ReplayToken: Sendable {
  static let version = "gk1"
  public let selection: Selection
  public let source: CoinSource
  public let trial: UInt64

  public init(_ selection: Selection, source: CoinSource, trial: UInt64) {
    (self.selection, self.source, self.trial) = (selection, source, trial)
  }

  public var text: String {
    let settings = selection.entry.parameters.compactMap { parameter in
      selection.parameters[parameter.name].map { "\(parameter.name)=\($0)" }
    }.joined(separator: ",")
    let fields = [
      selection.entry.kind.rawValue, selection.entry.name, selection.adversary, selection.suiteName, settings,
      selection.coupling.rawValue, selection.twin ?? "-", source.generator.rawValue, "\(source.seed)", "\(source.campaign)",
      "\(trial)",
    ]
    let body = "\(Self.version):" + fields.joined(separator: "/")
    return body + "/" + Self.checksum(body)
  }

  /// Reads a token; blanks, line breaks and quotes that a chat or a terminal put in or around it do not count.
  /// - Throws: an error that says whether the token is of another version, damaged, or names something that does not exist.
  public init(_ pasted: String) throws(CatalogError) {
    let text = String(String.UnicodeScalarView(pasted.unicodeScalars.filter { !$0.properties.isWhitespace && !Self.ornaments.contains($0) }))
    func damaged(_ why: String) -> CatalogError {
      CatalogError("replay token `\(text)` \(why)", hint: "copy the whole token, from `\(Self.version):` to the checksum")
    }
    guard let colon = text.firstIndex(of: ":") else { throw damaged("is not a token") }
    guard text[..<colon] == Self.version else {
      throw CatalogError(
        "replay token of format `\(text[..<colon])` cannot be read", hint: "this version reads format \(Self.version)")
    }
    guard let end = text.lastIndex(of: "/"), String(text[text.index(after: end)...]) == Self.checksum(String(text[..<end]))
    else { throw damaged("is damaged: its checksum does not match") }
    let fields = text[text.index(after: colon)..<end].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 11, let kind = Entry.Kind(rawValue: fields[0]), let coupling = Coupling(rawValue: fields[5]),
      let generator = Generator(rawValue: fields[7]), let seed = UInt64(fields[8]), let campaign = UInt64(fields[9]),
      let trial = UInt64(fields[10])
    else { throw damaged("is damaged") }
    var settings: [(name: String, value: Int)] = []
    for setting in fields[4].split(separator: ",") {
      let parts = setting.split(separator: "=")
      guard parts.count == 2, let value = Int(parts[1]) else { throw damaged("is damaged") }
      settings.append((String(parts[0]), value))
    }
    let entry = try Catalog.entry(fields[1], kind: kind)
    // Older tokens name every parameter, also those that their adversary does not read.
    settings.removeAll { setting in entry.parameters.contains { $0.name == setting.name && !$0.applies(to: fields[2]) } }
    selection = try Catalog.select(
      entry, adversary: fields[2], suite: fields[3], settings: settings, twin: fields[6] == "-" ? nil : fields[6],
      coupling: coupling == .coupled ? nil : coupling)
    source = CoinSource(seed: seed, campaign: campaign, generator: generator)
    self.trial = trial
  }

  /// Quotes, and marks that are not seen; none of them occurs in a token.
  private static let ornaments = Set("\"'`´‘’‚“”„«»‹›\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}".unicodeScalars)

  /// FNV-1a, 32 bits: it finds slips of a keyboard, not of an enemy.
  private static func checksum(_ text: String) -> String {
    let sum = text.utf8.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
