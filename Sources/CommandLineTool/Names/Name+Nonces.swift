internal import Records
internal import Statistics

/// What `describe nonces` computes.
extension Name {
  /// A period in seconds, from a second to a hundred years; nil if it is none.
  private static func seconds(_ period: String) -> Double? {
    let units = ["s": 1.0, "m": 60, "h": 3600, "d": 86_400, "y": NonceRecord.year]
    guard let match = period.wholeMatch(of: /([0-9]+(?:\.[0-9]+)?)([smhdy])/), let count = Double(match.1) else { return nil }
    return units[String(match.2)].map { $0 * count }.flatMap { (1...100 * NonceRecord.year).contains($0) ? $0 : nil }
  }

  static func nonces(
    usesPerSecond: Double? = nil, keys: Int? = nil, rotation: String? = nil, nonceBits: Int? = nil, contextBits: Int? = nil
  ) throws -> NonceRecord {
    let (rate, keys) = (usesPerSecond ?? 136, keys ?? 1)
    let (nonceBits, contextBits) = (nonceBits ?? 96, contextBits ?? 128)
    let period = rotation.map { ($0, seconds($0)) }
    let mistakes = [
      (rate > 0 && rate <= 1e9, "`--uses-per-second` is \(rate); it should be above 0, and 1e9 at most"),
      ((1...1 << 50).contains(keys), "`--keys` is \(keys); it should be 1 … 2^50"),
      (
        period.map { $0.1 != nil } ?? true,
        "`--rotation` is `\(period?.0 ?? "")`; it should be a number and s, m, h, d or y, from 1s to 100y"
      ),
      ((1...512).contains(nonceBits), "`--nonce-bits` is \(nonceBits); it should be 1 … 512"),
      ((1...510).contains(contextBits), "`--context-bits` is \(contextBits); it should be 1 … 510"),
    ]
    if let mistake = mistakes.first(where: { !$0.0 }) { throw Problem.fail(mistake.1, status: Failure.usage) }
    let serving = period.flatMap(\.1)
    func bits(_ drawn: NonceRecord.Drawn) -> Int {
      switch drawn {
      case .nonce: nonceBits
      case .context: contextBits
      case .contextAndNonce: contextBits + nonceBits
      }
    }
    func row(_ drawn: NonceRecord.Drawn, serving seconds: Double?, uses: Int, keys: Double) -> NonceRecord.Row {
      let risk = NonceRisk(bits: bits(drawn), uses: uses)
      return NonceRecord.Row(
        drawn: drawn, bits: bits(drawn), seconds: seconds, usesOfKey: uses, keys: keys, log2Chance: risk.log2Chance,
        log2ChanceOfAny: risk.log2Chance(ofAny: keys))
    }
    return NonceRecord(
      usesPerSecond: rate, keys: keys, rotationSeconds: serving, nonceBits: nonceBits, contextBits: contextBits,
      limits: [NonceRecord.Drawn.nonce, .contextAndNonce].map { limit($0, bits: bits($0), rate) },
      rows: ([NonceRecord.year] + [serving].compactMap(\.self).filter { $0 != NonceRecord.year }).flatMap { seconds in
        NonceRecord.Drawn.allCases.map { drawn in
          row(
            drawn, serving: seconds, uses: Int(rate * seconds), keys: Double(keys) * max(1, NonceRecord.year / seconds))
        }
      },
      lecture: [NonceRecord.Drawn.context, .contextAndNonce].map { row($0, serving: nil, uses: 1 << 50, keys: 0x1p40) },
      slopes: NonceRecord.Drawn.allCases.map { drawn in
        NonceRecord.Slope(
          drawn: drawn, bits: bits(drawn),
          points: (1...61).compactMap { exponent in
            NonceRisk(bits: bits(drawn), uses: 1 << exponent).log2Chance.map {
              .init(log2Uses: Double(exponent), log2Chance: $0)
            }
          })
      })
  }

  /// The uses after which the chance is that of 2^32 nonces of 96 bits.
  private static func limit(_ drawn: NonceRecord.Drawn, bits: Int, _ rate: Double) -> NonceRecord.Limit {
    let log2Uses = NonceRisk.log2Uses(bits: bits, log2Chance: -33), uses = NonceRisk.power(log2Uses)
    return NonceRecord.Limit(
      drawn: drawn, log2Uses: log2Uses, log2Chance: -33, reachedAfterSeconds: uses / rate,
      usesPerSecondOfYear: uses / NonceRecord.year)
  }
}
