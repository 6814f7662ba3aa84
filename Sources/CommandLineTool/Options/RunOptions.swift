internal import ArgumentParser
internal import Arena
internal import Coins
internal import Foundation
internal import GameKit
internal import Primitives
internal import Records
internal import Referee

/// The options that every run has.
struct RunOptions: ParsableArguments {
  @Option(name: .long, help: "Primitives to play on: \(SuiteName.namesOfPrimitives).", completion: Completions.suites)
  var suite = "calibrated"

  @Option(
    name: .customLong("set"), help: "A parameter, as name=value; repeatable. `describe` lists them.",
    completion: Completions.parameters)
  var settings: [String] = []

  @Option(
    parsing: .unconditional, help: "Seed of all coins; the same seed gives the same run. (default: 1)", transform: Seed.parsed)
  var seed: UInt64 = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Most trials to play, for example 1000000 or 1e6 (default: 1e5, or 200 on a real suite; for a row of the theorem 2e3, or "
        + "50).")
  )
  var trials: String?

  @Option(
    help: "When to stop: after all `trials`, or as soon as the verdict is `decided`.", completion: .list(["trials", "decided"]))
  var stopWhen = "trials"

  @Option(parsing: .unconditional, help: "Stop as soon as the interval of the advantage is this narrow.")
  var width: Double?

  @Option(parsing: .unconditional, help: "Stop after this time, for example 30s or 2m: the command's, shared by its runs.")
  var budget: String?

  @Option(parsing: .unconditional, help: "Error probability of the run, shared by all its statements.")
  var alpha = 1e-3

  @Option(parsing: .unconditional, help: "Threads; the result does not depend on them (default: one a core).")
  var threads: Int?

  @Option(
    help: "The world that is played first: left-first (default) or right-first; the result does not depend on it.",
    completion: .list(WorldOrder.allCases.map(\.rawValue)))
  var order: String?

  @Option(
    help: ArgumentHelp(
      "What stands behind the coins: philox, chacha20 (cryptographic, slower), or secret (chacha20 under a key that is drawn "
        + "for this run and printed in its replay token: no adversary can compute them from the seed). (default: philox; secret "
        + "for an adversary's command)"),
    completion: .list(Generator.allCases.map(\.rawValue) + ["secret"]))
  var coins: String?

  /// It is divided among the points and statements of a run, and no part may become zero.
  private static let leastAlpha = 1e-300
  @OptionGroup var progress: ProgressOptions

  func runSettings(defaultTrials: UInt64, defaultCoins: String = "philox") throws(CatalogError) -> RunSettings {
    let source = try source(coins ?? defaultCoins)
    guard alpha >= Self.leastAlpha, alpha < 1 else {
      throw CatalogError("`--alpha \(alpha)` is out of range", hint: "from \(Self.leastAlpha), and below 1")
    }
    let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    guard (1...1024).contains(threads) else {
      throw CatalogError("`--threads \(threads)` is out of range", hint: "1 to 1024")
    }
    guard let order = WorldOrder(rawValue: order ?? WorldOrder.leftFirst.rawValue) else {
      throw .unknown("order", order ?? "", among: WorldOrder.allCases.map(\.rawValue))
    }
    if let width, !(width > 0 && width < 1) {
      throw CatalogError("`--width \(width)` is out of range", hint: "between 0 and 1")
    }
    guard ["trials", "decided"].contains(stopWhen) else {
      throw .unknown("stopping rule", stopWhen, among: ["trials", "decided"])
    }
    let rule = StoppingRule(
      trials: try trials.map { text throws(CatalogError) in try Self.count(text) } ?? defaultTrials,
      whenDecided: stopWhen == "decided", width: width,
      time: try budget.map { text throws(CatalogError) in try Self.duration(text) })
    return RunSettings(
      source: source, judge: Judge(alpha: alpha), rule: rule, threads: threads, order: order,
      chanceTrials: trials == nil ? nil : rule.trials)
  }

  /// `--coins`: `secret` alone draws one, and with the digits that a record or a token holds it plays that run again.
  private func source(_ coins: String) throws(CatalogError) -> CoinSource {
    if coins == "secret" { return CoinSource(seed: seed, secret: .drawn()) }
    if let source = CoinSource(kind: coins, seed: seed) { return source }
    if coins.hasPrefix("secret:") {
      throw CatalogError(
        "`--coins \(coins)` is not a secret",
        hint: "`secret:` and 64 hexadecimal digits, as a replay token holds them; or `secret` alone")
    }
    throw .unknown("generator", coins, among: Generator.allCases.map(\.rawValue) + ["secret"])
  }

  /// The pairs of `--set`.
  func parameters() throws(CatalogError) -> [(name: String, value: Int)] { try Self.pairs(settings) }

  /// Pairs that are each one name and one number.
  static func pairs(_ settings: [String]) throws(CatalogError) -> [(name: String, value: Int)] {
    var pairs: [(name: String, value: Int)] = []
    for (name, values) in try axes(settings) {
      guard values.count == 1 else {
        throw CatalogError("`\(name)` has \(values.count) values", hint: "lists and ranges are for `play` and `hop`")
      }
      pairs.append((name, values[0]))
    }
    return pairs
  }

  /// The values of each setting: one number, a list such as 2,4,8, or a range such as 8...16.
  static func axes(_ settings: [String]) throws(CatalogError) -> [(name: String, values: [Int])] {
    var axes: [(name: String, values: [Int])] = []
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let values = try values(parts[1], of: setting) else {
        throw CatalogError(
          "`--set \(setting)` cannot be read",
          hint: "name=number, for example --set signatureBits=10; or a list 2,4,8 or a range 8...16 to sweep over")
      }
      guard !axes.contains(where: { $0.name == parts[0] }) else {
        throw CatalogError(
          "`--set \(setting)` sets `\(parts[0])` a second time", hint: "once is enough; a list 2,4,8 or a range 8...16 sweeps")
      }
      axes.append((parts[0], values))
    }
    return axes
  }

  private static func values(_ text: String, of setting: String) throws(CatalogError) -> [Int]? {
    if let ends = text.firstRange(of: "...") {
      guard let first = Int(text[..<ends.lowerBound]), let last = Int(text[ends.upperBound...]), first <= last else { return nil }
      let (distance, overflows) = last.subtractingReportingOverflow(first)
      guard !overflows, distance < Sweep.mostPoints else {
        throw CatalogError(
          "`--set \(setting)` has more than \(Sweep.mostPoints) values", hint: "a sweep has at most \(Sweep.mostPoints) points")
      }
      return Array(first...last)
    }
    let values = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    return values.contains(nil) ? nil : values.compactMap { $0 }
  }

  /// A number of trials: a positive integer, possibly with separators or as 1e6.
  static func count(_ text: String) throws(CatalogError) -> UInt64 {
    guard let value = count(of: text) else {
      throw CatalogError("`--trials \(text)` is not a number of trials", hint: "at least 1, for example 1000000 or 1e6")
    }
    return value
  }

  /// A positive number that counts something, up to 10¹⁵; nil for anything else.
  static func count(of text: String) -> UInt64? {
    let plain = text.filter { $0 != "_" && $0 != "," }
    let value = UInt64(plain) ?? Double(plain).flatMap { $0 >= 1 && $0 < 1e15 ? UInt64(exactly: $0) : nil }
    return value.flatMap { (1...1_000_000_000_000_000).contains($0) ? $0 : nil }
  }

  /// A time such as 500ms, 30s, 2m or 1h.
  static func duration(_ text: String, of option: String = "budget") throws(CatalogError) -> Duration {
    let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)]
    for (suffix, scale) in units where text.hasSuffix(suffix) {
      if let number = Double(text.dropLast(suffix.count)), number > 0, number < 1e9 { return .seconds(number * scale) }
    }
    throw CatalogError("`--\(option) \(text)` is not a time", hint: "a positive number with ms, s, m or h, for example 30s")
  }
}
