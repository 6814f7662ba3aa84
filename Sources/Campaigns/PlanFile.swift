public import Arena
internal import Coins
internal import Primitives
public import Records
internal import Referee
public import Scenarios
internal import Words

/// The file that a campaign is planned from.
///
///     rows:
///       - hop: ind_uf
///         adversary: guess
///         set: {signatureBits: 10}
///     trials: 1000000000
public struct PlanFile: Sendable {
  public let rows: [Selection]
  public let trials: UInt64
  /// Trials in a shard and in a block; nil where a calibration is to say it.
  public let shard, block: UInt64?
  public let seed: UInt64
  public let generator: String
  public let alpha: Double
  public let stop: CampaignPlan.Stop

  static let keys = FileMapping(
    "campaign", "The file.",
    [
      FileKey("rows", "list of rows", "what is played"),
      FileKey("trials", "whole number, 1 … 10^15, or as 1e9", "how many trials each row has"),
      FileKey(
        "shard", "whole number, or as 1e6", "trials of each row in a shard",
        default: "what takes a worker a quarter of an hour by a calibration"),
      FileKey(
        "block", "whole number, or as 1e6", "trials in a block, which is the most that a kill loses: no more than a shard has",
        default: "what takes some seconds by a calibration"),
      FileKey("seed", "whole number, 0 … 2^64 − 1; 0x… is hexadecimal", "of all coins", default: "1"),
      FileKey("coins", "`philox`, `chacha20`", "what stands behind the coins", default: "`philox`"),
      FileKey("alpha", "number between 0 and 1", "the error probability of the whole campaign", default: "0.001"),
      FileKey("stop", "`trials` or `decided`", "when nothing more is played", default: "`trials`"),
    ])

  static let rowKeys = FileMapping(
    "row of a campaign", "An item of `rows`.",
    [
      FileKey("game", "a game", "what is played", default: "see `hop`"),
      FileKey("hop", "a hop", "what is played, instead of `game`", default: "see `game`"),
      FileKey("adversary", "an adversary", "who plays it", default: "its first"),
      FileKey("suite", "a suite", "the primitives to play on", default: "`calibrated`"),
      FileKey(
        "set", "mapping of parameters to whole numbers", "as `\(CommandWords.option("set"))`", default: "the parameters' defaults"
      ),
      FileKey("twin", "a twin", "the defect to plant", default: "none"),
      FileKey("coupling", "`coupled` or `independent`", "the coins of the two worlds", default: "`coupled`"),
    ])

  /// - Throws: what is wrong, with its line and key.
  public init(yaml text: String, file: String, in registry: Registry) throws(InputError) {
    let document = try YAMLNode.document(text, file: file)
    let fields = try document.fields(Self.keys)
    let list = try document.required("rows", fields)
    var rows: [Selection] = []
    for node in try list.list() { rows.append(try Self.row(node, registry)) }
    guard !rows.isEmpty else { throw list.error("there are no rows") }
    for (number, row) in rows.enumerated() {
      if rows[..<number].contains(where: { CampaignPlan.Row($0) == CampaignPlan.Row(row) }) {
        throw list.error("row \(number + 1) stands twice", hint: "two runs on the same coins are one")
      }
    }
    self.rows = rows
    trials = try Self.count(document.required("trials", fields))
    shard = try fields["shard"].map { (node) throws(InputError) in try Self.count(node) }
    block = try fields["block"].map { (node) throws(InputError) in try Self.count(node) }
    seed = try fields["seed"].map { (node) throws(InputError) in try node.seed() } ?? 1
    generator =
      try fields["coins"].map { (node) throws(InputError) in
        try node.word(of: Generator.allCases).rawValue
      } ?? Generator.philox.rawValue
    alpha =
      try fields["alpha"].map { (node) throws(InputError) in
        let text = try node.string()
        guard let alpha = Double(text), alpha >= 1e-300, alpha < 1 else {
          throw node.error("`\(text)` is no error probability", hint: "between 0 and 1, for example 0.001")
        }
        return alpha
      } ?? 1e-3
    stop = try fields["stop"]?.choice() ?? .trials
    // Nothing that is asked for is cut.
    if let node = fields["shard"], let shard {
      guard shard <= trials else {
        throw node.error("a shard of \(shard) is longer than the whole, \(trials) trials", hint: "\(trials) at most")
      }
      guard (trials + shard - 1) / shard <= CampaignPlan.mostShards else {
        throw node.error("that makes more than \(CampaignPlan.mostShards) shards", hint: "longer ones")
      }
    }
    if let node = fields["block"], let block, block > shard ?? trials {
      let whole = shard.map { "a shard, \($0)" } ?? "the whole, \(trials)"
      throw node.error("a block of \(block) is longer than \(whole) trials", hint: "\(shard ?? trials) at most")
    }
  }

  private static func row(_ node: YAMLNode, _ registry: Registry) throws(InputError) -> Selection {
    let fields = try node.fields(rowKeys)
    let kind: Entry.Kind, name: YAMLNode
    switch (fields["game"], fields["hop"]) {
    case (let game?, nil): (kind, name) = (.game, game)
    case (nil, let hop?): (kind, name) = (.hop, hop)
    default: throw node.error("a row is about one `game` or one `hop`")
    }
    var settings: [(name: String, value: Int)] = []
    if let node = fields["set"] { for (name, value) in try node.mapping() { settings.append((name, try value.int())) } }
    let coupling = try fields["coupling"].map { (node) throws(InputError) in try node.string() }
    let names = (
      try name.string(), try fields["adversary"]?.string(), try fields["suite"]?.string() ?? SuiteName.calibrated.rawValue,
      try fields["twin"]?.string()
    )
    do throws(CatalogError) {
      let coupled = try coupling.map { word throws(CatalogError) in
        guard let coupling = Coupling(rawValue: word) else {
          throw .unknown("coupling", word, among: Coupling.allCases.map(\.rawValue))
        }
        return coupling
      }
      return try registry.select(
        try registry.entry(names.0, kind: kind), adversary: names.1, suite: names.2, settings: settings, twin: names.3,
        coupling: coupled)
    } catch { throw node.error(error.message, hint: error.hint) }
  }

  private static func count(_ node: YAMLNode) throws(InputError) -> UInt64 {
    let text = try node.string()
    let plain = text.filter { $0 != "_" && $0 != "," }
    let number = UInt64(plain) ?? Double(plain).flatMap { $0 >= 1 && $0 < 1e16 ? UInt64(exactly: $0) : nil }
    guard let number, (1...CampaignPlan.mostTrials).contains(number) else {
      throw node.error("`\(text)` is not a number of trials", hint: "1 to 10^15, for example 1000000 or 1e6")
    }
    return number
  }
}

extension FileFormat {
  /// What `campaign plan` reads.
  public static let campaign = FileFormat(
    title: "Campaigns", words: "What `campaign plan` makes a plan of: rows, and how many trials each has.",
    mappings: [PlanFile.keys, PlanFile.rowKeys],
    sample: """
      rows:
        - hop: ind_uf
          adversary: guess
          set: {signatureBits: 6}
        - game: signature-idealization
          adversary: replay
          suite: calibrated
          twin: forgetful
          coupling: coupled
      trials: 40000
      shard: 1e4
      block: 2000
      seed: 7
      coins: philox
      alpha: 0.001
      stop: trials
      """)
}
