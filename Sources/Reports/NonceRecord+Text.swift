internal import Foundation
public import Records
internal import Words

extension NonceRecord {
  public var text: String { parts(\.text).joined(separator: "\n\n") }
  public var markdown: String { (["# Nonces"] + parts(\.markdown)).joined(separator: "\n\n") }

  private func parts(_ rendering: KeyPath<Table, String>) -> [String] {
    [
      """
      Nonces that are drawn at random repeat: q of t bits with chance 1 − ∏(1 − i/2^t), about q²/2^(t + 1). Under one key of \
      AES-GCM that gives the authentication key away (`\(CommandWords.line("describe", "gcm-reuse"))`).
      """, limits.map(\.words).joined(separator: "\n"),
      "Over a year of \(Number.text(usesPerSecond)) uses a second, of \(keys == 1 ? "one key" : "each of \(keys) keys"):",
      Self.table(rows)[keyPath: rendering].trimmingCharacters(in: .newlines),
      """
      With derived keys every use has a key of its own, from the key and a random context \
      (`\(CommandWords.line("describe", "derived-key"))`). That a context repeats is not bad by itself: then two messages have \
      one key, with random nonces. 2^40 keys with 2^50 uses each:
      """, Self.table(lecture)[keyPath: rendering],
    ]
  }

  private static func table(_ rows: [Row]) -> Table {
    var table = Table(header: ["a key serves", "uses of a key", "drawn", "bits", "repeats", "under any key", "bad"])
    table.rows = rows.map { row in
      [
        row.seconds.map(Self.time) ?? "", uses(row.usesOfKey), row.drawn.rawValue, "\(row.bits)", power(row.log2Chance),
        "\(power(row.log2ChanceOfAny)) of \(count(row.keys))", row.isBad ? "yes" : "no",
      ]
    }
    return table
  }

  /// 4,294,967,296 (2^32).
  private static func uses(_ uses: Int) -> String {
    uses < 1 << 53 ? "\(Number.grouped(UInt64(uses))) (\(power(log2(Double(max(1, uses))))))" : power(log2(Double(uses)))
  }

  private static func count(_ keys: Double) -> String {
    keys < 1e7 ? Number.grouped(UInt64(keys.rounded())) : power(log2(keys))
  }

  /// A power of two, its exponent to a tenth; next to 1 the probability itself.
  static func power(_ logarithm: Double?) -> String {
    guard let logarithm else { return "0" }
    if logarithm > -1, logarithm <= 0 { return Number.text(exp2(logarithm)) }
    let tenths = (logarithm * 10).rounded() / 10
    let digits = tenths == tenths.rounded() ? String(format: "%.0f", abs(tenths)) : String(format: "%.1f", abs(tenths))
    return "2^\(tenths < 0 ? "−" : "")\(digits)"
  }

  static func time(_ seconds: Double) -> String {
    let units = [("seconds", 1.0), ("minutes", 60), ("hours", 3600), ("days", 86_400), ("years", year)]
    let (name, unit) = units.last { seconds >= 2 * $0.1 } ?? units[0]
    return seconds == year ? "a year" : seconds == 86_400 ? "a day" : "\(Number.text(seconds / unit)) \(name)"
  }
}

extension NonceRecord.Limit {
  fileprivate var words: String {
    """
    limit     \(NonceRecord.power(log2Uses)) uses of one key, after which the \(drawn.rawValue) has repeated with chance \
    \(NonceRecord.power(log2Chance))
    reached   after \(NonceRecord.time(reachedAfterSeconds)); \(Number.text(usesPerSecondOfYear)) uses a second reach it in a year
    """
  }
}
