@_spi(Harness) import Coins
import DomainManagement
import Policy
import Primitives
import Testing

/// The encodings are injective: decode ∘ encode is the identity, and only canonical bytes are accepted.
@Suite struct EncodingTests {
  private struct Sample<S: DomainSuite> {
    let suite: S
    let trusts: [Trust<S>]
    let tokens: [Token<S>]
    /// The operators' signatures on the second trust, which succeeds the first.
    let authorisation: [Endorsement<S>]

    init(_ suite: S) throws {
      let operators = (0..<3).map { Operator(isHonest: true, draw: UInt64($0), suite: suite) }
      let hsm = HSM(draw: 10, suite: suite), rogue = RogueHSM(draw: 11, suite: suite)
      let host = Host(draw: 20, suite: suite)
      let founding = Trust(
        operators: operators.map(\.identity), hsms: [hsm.member], hosts: [host.identity], quorum: 2, suite: suite)
      let next = Trust(
        parent: founding.fingerprint, domain: founding.fingerprint, operators: operators.map(\.identity),
        hsms: [hsm.member, rogue.member],
        hosts: [], quorum: 130, suite: suite)
      let policy = Policy<S>([])
      let empty = try hsm.found(Link(founding, authorisation: []), draw: 1, policy: policy, suite: suite).message
      let full = try hsm.addKey("k", to: empty, draw: 2, policy: policy, suite: suite).message
      authorisation = operators.compactMap {
        guard
          case .endorsed(let endorsement) = $0.reply(
            to: next, registry: Registry(), globalQuorum: 2, policy: policy, suite: suite)
        else { return nil }
        return endorsement
      }
      self.suite = suite
      trusts = [founding, next]
      tokens = [
        empty, full, rogue.forge(trust: next, wrapped: full.wrapped, suite: suite),
        Token(trust: next, wrapped: empty.wrapped, signer: full.signer, statement: full.statement, signature: full.signature),
      ]
    }
  }

  @Test func decodingInvertsEncodingOnEverySuite() throws {
    let coins = CoinSource(seed: 3).coins(trial: 0, role: .challenger)
    func check<S: DomainSuite>(_ suite: S) throws {
      let sample = try Sample(suite)
      for trust in sample.trusts { #expect(try Trust(wire: trust.wire, suite: suite) == trust) }
      for token in sample.tokens { #expect(try Token(wire: token.wire, suite: suite) == token) }
    }
    try check(SymbolicSuite())
    try check(PrimitiveSuite(KMSSuite(), coins: coins))
    try check(PrimitiveSuite(ModernSuite(), coins: coins))
    try check(PrimitiveSuite(CalibratedSuite(), coins: coins))
  }

  /// Whatever is decoded from mutated bytes is what those bytes encode, so two byte strings never give one object; and every
  /// decoded token that is not one of the originals is refused under the intact policy, as is every decoded trust that comes with
  /// an original's authorisation. On the calibrated suite a verification costs a microsecond: all of them are made.
  @Test func aMillionMutationsAreNeverAcceptedWrongly() throws {
    let counts = try mutations(
      1_000_000, PrimitiveSuite(CalibratedSuite(), coins: CoinSource(seed: 4).coins(trial: 0, role: .challenger)))
    #expect(counts.wrong == 0)
    #expect(counts.decoded > 50_000 && counts.refused > 100_000, "both sides are reached: \(counts)")
  }

  @Test func mutationsAreNotAcceptedByRealCryptographyEither() throws {
    let counts = try mutations(
      5_000, PrimitiveSuite(ModernSuite(), coins: CoinSource(seed: 4).coins(trial: 0, role: .challenger)))
    #expect(counts.wrong == 0)
    #expect(counts.decoded > 500 && counts.refused > 500, "both sides are reached: \(counts)")
  }

  /// The check can fail: without the rule that a signature verifies, flipped signatures pass.
  @Test func aMissingRuleLetsMutationsThrough() throws {
    let suite = PrimitiveSuite(CalibratedSuite(), coins: CoinSource(seed: 4).coins(trial: 0, role: .challenger))
    #expect(try mutations(20_000, suite, without: ["token.signature-verifies"]).wrong > 0)
  }

  /// So can the check of trusts: without the rule that a signature covers all of a trust, changed ones pass with the signatures
  /// on the original.
  @Test func aMissingRuleLetsMutatedTrustsThrough() throws {
    let suite = PrimitiveSuite(CalibratedSuite(), coins: CoinSource(seed: 4).coins(trial: 0, role: .challenger))
    #expect(try mutations(20_000, suite).wrong == 0)
    #expect(try mutations(20_000, suite, without: ["successor.signature-covers-whole-trust"]).wrong > 0)
  }

  private func mutations<S: DomainSuite>(
    _ rounds: Int, _ suite: S, without: [String] = []
  ) throws -> (decoded: Int, refused: Int, wrong: Int) {
    let sample = try Sample(suite)
    let coins = CoinSource(seed: 5).coins(trial: 0, role: .adversary)
    let originals = sample.tokens.map(\.wire) + sample.trusts.map(\.wire)
    let policy = try Policy<S>.intact.without(without)
    var (decoded, refused, wrong) = (0, 0, 0)
    func succeeds(_ trust: Trust<S>) -> Bool {
      policy.decide(.succeed(sample.trusts[0], path: [Link(trust, authorisation: sample.authorisation)]), suite: suite).denial
        == nil
    }
    #expect(succeeds(sample.trusts[1]), "the original is accepted")
    for round in 0..<rounds {
      let which = round % originals.count
      let bytes = mutate(originals[which], others: originals, UInt64(round), coins)
      guard !originals.contains(bytes) else { continue }
      if which < sample.tokens.count {
        guard let token = try? Token(wire: bytes, suite: suite) else {
          refused += 1
          continue
        }
        decoded += 1
        if token.wire != bytes || sample.tokens.contains(token) { wrong += 1 }
        if policy.decide(.use(token, by: nil), suite: suite).denial == nil { wrong += 1 }
      } else {
        guard let trust = try? Trust(wire: bytes, suite: suite) else {
          refused += 1
          continue
        }
        decoded += 1
        if trust.wire != bytes || sample.trusts.contains(trust) { wrong += 1 }
        if succeeds(trust) { wrong += 1 }
      }
    }
    return (decoded, refused, wrong)
  }

  /// Flips, cuts, doubled and moved slices, splices of two messages, and numbers at their limits.
  private func mutate(_ bytes: [UInt8], others: [[UInt8]], _ round: UInt64, _ coins: Coins) -> [UInt8] {
    func draw(_ bound: Int, _ index: UInt64) -> Int {
      Int(coins.uniform(below: UInt64(max(1, bound)), for: Label("fuzz", round, index)))
    }
    var mutated = bytes
    let (at, length) = (draw(bytes.count, 1), draw(40, 2))
    let end = min(bytes.count, at + length)
    switch draw(8, 0) {
    case 0: mutated[at] ^= 1 << UInt8(draw(8, 3))
    case 1: mutated[at] = [0, 1, 0x7f, 0x80, 0xff][draw(5, 3)]
    case 2: mutated.removeSubrange(at..<end)
    case 3: mutated.insert(contentsOf: bytes[at..<end], at: at)
    case 4: mutated.removeLast(min(length + 1, mutated.count))
    case 5: mutated.append(contentsOf: bytes[at..<end])
    case 6:
      let other = others[draw(others.count, 3)]
      mutated = Array(bytes[..<at]) + other[min(at, other.count)...]
    default:
      let to = draw(bytes.count - length, 3)
      for index in 0..<(end - at) where to + index < mutated.count { mutated[to + index] = bytes[at + index] }
    }
    return mutated
  }

  @Test func errorsNameTheField() throws {
    let suite = SymbolicSuite()
    let sample = try Sample(suite)
    var bytes = sample.trusts[0].wire
    bytes.removeLast()
    #expect(throws: WireError(reason: .truncated, offset: bytes.count, field: "trust.quorum")) {
      try Trust(wire: bytes, suite: suite)
    }
    #expect(throws: WireError(reason: .unknownVersion, offset: 0, field: "trust")) { try Trust(wire: [3, 0x54], suite: suite) }
    #expect(throws: WireError(reason: .trailingBytes, offset: bytes.count + 1, field: "trust")) {
      try Trust(wire: sample.trusts[0].wire + [0], suite: suite)
    }
  }
}
