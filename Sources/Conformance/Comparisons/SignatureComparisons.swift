internal import Adversaries
internal import Coins
internal import GameKit
internal import Games
internal import Primitives

/// Few keys and short signatures: collisions and forgeries are common.
private let scheme = CalibratedSignature(signatureBits: 3, keyBits: 2)

/// What all comparisons of signatures share.
protocol SignatureComparison: Comparison
where Ours.Query == SignatureQuery<CalibratedSignature>, Ours.Answer == SignatureAnswer<CalibratedSignature> {
  /// What the twin is told to allow; ours allows `budget`.
  var published: SignatureBudget { get }
}

/// q_gen and q_sig.
struct SignatureBudget {
  var keys: Int
  var signatures: Int

  static let many = Self(keys: 4, signatures: 6)
  static let one = Self(keys: 1, signatures: 6)

  func with(_ mistake: Mistake?) -> Self { mistake == .oneMore ? Self(keys: keys + 1, signatures: signatures + 1) : self }

  var budget: Budget<SignatureQuery<CalibratedSignature>.Kind> {
    Budget { kind in
      switch kind {
      case .keygen: keys
      case .sign: signatures
      case .verify: 10
      case .publicKeys: 3
      case .rogueKeygen, .rogueSign, .rogueVerify: 1000
      }
    }
  }
}

extension SignatureComparison {
  var budget: Budget<Query.Kind> { SignatureBudget.many.budget }
  var nothing: Answer { .unknownKey }

  func reading(_ answer: Answer) -> PublishedAnswer<Answer> { answer == .unknownKey ? .none : .some(answer) }

  func constant(_ query: Query) -> PublishedAnswer<Answer> { query.kind == .keygen ? .witness : .none }

  func difference(in query: Query, isSpent: Bool) -> Difference? { spent(query, isSpent) }

  func spent(_ query: Query, _ isSpent: Bool) -> Difference? {
    guard isSpent else { return nil }
    return query.kind == .keygen || query.kind == .sign ? .pastTheBudget : .uncounted
  }

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) {
    _ = try FuzzSignatures(scheme: scheme, queries: 60).play(&oracle, coins: coins)
  }
}

/// `RealSigServ` with the flag of `OrclUF`, beside strong unforgeability.
struct RealSignatures: SignatureComparison {
  let name = "signatures-real"
  let published: SignatureBudget

  func begin(_ coins: Coins) -> (
    ours: SignatureForgery<CalibratedSignature>, theirs: AsPublishedSignatures<CalibratedSignature>
  ) {
    (
      SignatureForgery(scheme: scheme),
      AsPublishedSignatures(scheme: scheme, world: .real, keys: published.keys, signatures: published.signatures)
    )
  }

  func agree(
    _ ours: borrowing SignatureForgery<CalibratedSignature>, _ theirs: borrowing AsPublishedSignatures<CalibratedSignature>
  ) -> Bool { ours.isWon == theirs.isForged }
}

/// `IdealSigServ`.
struct IdealSignatures: SignatureComparison {
  let name = "signatures-ideal"
  let published: SignatureBudget

  func begin(_ coins: Coins) -> (
    ours: SignatureIdealization<CalibratedSignature>.Ideal, theirs: AsPublishedSignatures<CalibratedSignature>
  ) {
    (
      SignatureIdealization(scheme: scheme).right,
      AsPublishedSignatures(scheme: scheme, world: .ideal, keys: published.keys, signatures: published.signatures)
    )
  }
}

/// `UF1`, beside unforgeability with a budget of one key.
struct OneKeySignatures: SignatureComparison {
  let name = "signatures-one-key"
  let published: SignatureBudget
  private var key: CalibratedSignature.VerificationKey?
  private var signed = 0

  init(published: SignatureBudget) { self.published = published }

  var budget: Budget<Query.Kind> { SignatureBudget.one.budget }
  /// The file's adversary is given its key once.
  var shown: Budget<Query.Kind> { Budget { $0 == .keygen ? 1 : 1000 } }

  func begin(_ coins: Coins) -> (
    ours: SignatureForgery<CalibratedSignature>, theirs: AsPublishedOneKey<CalibratedSignature>
  ) {
    (SignatureForgery(scheme: scheme), AsPublishedOneKey(scheme: scheme, signatures: published.signatures))
  }

  func difference(in query: Query, isSpent: Bool) -> Difference? {
    guard isSpent else { return nil }
    guard case .sign(let key, _) = query else { return .uncounted }
    return key == self.key && signed == SignatureBudget.one.signatures ? .pastTheBudget : .legalOnly
  }

  mutating func note(_ query: Query, _ answer: Answer) {
    switch (query, answer) {
    case (.keygen, .key(let key)): self.key = key
    case (.sign(let key, _), _) where key == self.key: signed += 1
    default: break
    }
  }

  func constant(_ query: Query) -> PublishedAnswer<Answer> { .witness }

  func agree(
    _ ours: borrowing SignatureForgery<CalibratedSignature>, _ theirs: borrowing AsPublishedOneKey<CalibratedSignature>
  ) -> Bool { ours.isWon == theirs.isForged }
}

/// `MkAdvUF1` over `UF1`.
struct OneKeyReduction: SignatureComparison {
  let name = "one-key-reduction"
  let published: SignatureBudget
  private var planted = 0
  private var keys: [CalibratedSignature.VerificationKey] = []
  private var isHopeless = false

  init(published: SignatureBudget) { self.published = published }

  mutating func begin(_ coins: Coins) -> (
    ours: OneKeyForgerGame<CalibratedSignature>, theirs: AsPublishedOneKeyForger<CalibratedSignature>
  ) {
    let honest = SignatureBudget.many
    planted = Int(coins.uniform(below: UInt64(honest.keys), for: Label("planted")))
    return (
      OneKeyForgerGame(scheme: scheme, keys: honest.keys),
      AsPublishedOneKeyForger(
        scheme: scheme, keys: honest.keys, signatures: published.signatures)
    )
  }

  func difference(in query: Query, isSpent: Bool) -> Difference? {
    let spent = spent(query, isSpent)
    return isHopeless && spent != .pastTheBudget ? .givesUp : spent
  }

  mutating func note(_ query: Query, _ answer: Answer) {
    guard case (.keygen, .key(let key)) = (query, answer) else { return }
    if keys.count == planted, keys.contains(key) { isHopeless = true }
    keys.append(key)
  }

  func agree(
    _ ours: borrowing OneKeyForgerGame<CalibratedSignature>, _ theirs: borrowing AsPublishedOneKeyForger<CalibratedSignature>
  ) -> Bool { ours.isWon == theirs.isForged }
}
