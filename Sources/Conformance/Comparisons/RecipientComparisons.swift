internal import Adversaries
internal import Coins
internal import GameKit
internal import Games
internal import Primitives

typealias ComparedScheme = AsPublishedODH.Scheme

/// A group of 13 elements: keys repeat, and exponents are often 0 where they may be.
private func comparedScheme(_ defects: MultiRecipientDefects = []) -> ComparedScheme {
  ComparedScheme(
    group: CalibratedGroup(bits: 4), derivation: CalibratedKDF(keyBits: 64), cipher: comparedCipher, defects: defects)
}

/// `ODH_Orcl` under a bit that is drawn.
struct DiffieHellman: Comparison {
  /// What ours derives a key from.
  enum Derivation {
    case shared, sharedAndEphemeral
  }

  let name = "diffie-hellman"
  /// q_gen and q_ror.
  private static let (keys, challenges) = (4, 5)
  let mistake: Mistake?
  private let scheme = comparedScheme()
  /// Ours, with the key a function of the shared element alone.
  private let bare = comparedScheme(.ephemeralNotBound)
  private var derivation = Derivation.shared
  private var coins = Coins.beforeTheFirstTrial
  private var world = OracleDiffieHellman<ComparedScheme>.World.real
  private var generated: [CalibratedGroup.Element] = []
  private var used: [ODHQuery<ComparedScheme>] = []
  private var counts = (keys: 0, challenges: 0)

  init(mistake: Mistake?) { self.mistake = mistake }

  var budget: Budget<ODHQuery<ComparedScheme>.Kind> {
    Budget { kind in
      switch kind {
      case .gen: Self.keys
      case .ror: Self.challenges
      case .hash: 4
      case .derive: 1000
      }
    }
  }
  var nothing: ODHAnswer<ComparedScheme> { .refused }

  /// In half of the trials ours hashes the shared element alone, so that the rest can be compared.
  mutating func begin(_ coins: Coins) -> (ours: OracleDiffieHellman<ComparedScheme>, theirs: AsPublishedODH) {
    self.coins = coins
    world = coins.bits(1, for: Label("bit")) == 1 ? .random : .real
    derivation = coins.bits(1, for: Label("derive")) == 1 ? .sharedAndEphemeral : .shared
    return (
      OracleDiffieHellman(scheme: derivation == .shared ? bare : scheme, world: world),
      AsPublishedODH(
        scheme: bare, world: world, keys: Self.keys + (mistake == .oneMore ? 1 : 0), challenges: Self.challenges)
    )
  }

  func difference(in query: ODHQuery<ComparedScheme>, isSpent: Bool) -> Difference? {
    switch query {
    case .gen:
      if isSpent { return .pastTheBudget }
      return isZero(AsPublishedODH.keyLabel(counts.keys)) ? .exponentZero : nil
    case .ror(let keys):
      if isSpent { return .pastTheBudget }
      guard keys.allSatisfy(generated.contains), Set(keys).count == keys.count else { return nil }
      if isZero(AsPublishedODH.challengeLabel(UInt64(counts.challenges))) { return .exponentZero }
      return world == .real && derivation == .sharedAndEphemeral && !keys.isEmpty ? .ephemeralHashed : nil
    case .hash(let key, let element):
      if generated.contains(key), !used.contains(query) {
        if element.value == 1 { return .neutralElement }
        if derivation == .sharedAndEphemeral, scheme.group.isMember(element) { return .ephemeralHashed }
      }
      return isSpent ? .uncounted : nil
    case .derive: return nil
    }
  }

  private func isZero(_ label: Label) -> Bool { AsPublishedODH.isZero(label, in: scheme.group, coins) }

  mutating func note(_ query: ODHQuery<ComparedScheme>, _ answer: ODHAnswer<ComparedScheme>) {
    switch (query, answer) {
    case (.gen, .publicKey(let key)):
      generated.append(key)
      counts.keys += 1
    case (.ror(let keys), .challenge(let ephemeral, _)):
      used += keys.map { .hash($0, ephemeral) }
      counts.challenges += 1
    default: break
    }
  }

  func reading(_ answer: ODHAnswer<ComparedScheme>) -> PublishedAnswer<ODHAnswer<ComparedScheme>> {
    answer == .refused || answer == .notAnElement ? .none : .some(answer)
  }

  func constant(_ query: ODHQuery<ComparedScheme>) -> PublishedAnswer<ODHAnswer<ComparedScheme>> {
    query.kind == .gen ? .witness : .none
  }

  func play(_ oracle: inout some Oracle<ODHQuery<ComparedScheme>, ODHAnswer<ComparedScheme>>, coins: Coins) throws(Forfeit) {
    var elements = [CalibratedGroup.Element(1), CalibratedGroup.Element(0), scheme.group.generator]
    for round in 0..<40 as Range<UInt64> {
      func pick(_ below: Int, _ what: UInt64) -> Int { Int(coins.uniform(below: UInt64(below), for: Label("fuzz", round, what))) }
      let query: ODHQuery<ComparedScheme> =
        switch pick(5, 0) {
        case 0: .gen
        case 1, 2:
          .ror((0..<pick(3, 1)).map { elements[(elements.count - 1 + $0 + pick(3, 2)) % elements.count] })
        default: .hash(elements[pick(elements.count, 3)], elements[pick(elements.count, 4)])
        }
      switch try oracle.ask(query) {
      case .publicKey(let key): elements.append(key)
      case .challenge(let ephemeral, _): elements.append(ephemeral)
      case .key, .refused, .notAnElement: break
      }
    }
  }
}

/// `MRPKE_lor` or `MRPKErnd_lor`, over one scheme.
struct Recipients: Comparison {
  /// q_maxpks, q_gen, q_lor and q_dec.
  private static let (recipients, generated, challenges, decryptions) = (3, 5, 5, 8)
  let keys: RecipientGame<ComparedScheme>.Keys
  let mistake: Mistake?
  private let scheme = comparedScheme()
  private var generated: [CalibratedGroup.Element] = []

  init(keys: RecipientGame<ComparedScheme>.Keys, mistake: Mistake?) { (self.keys, self.mistake) = (keys, mistake) }

  var name: String { keys == .derived ? "recipients" : "recipients-random-keys" }

  var budget: Budget<RecipientQuery<ComparedScheme>.Kind> {
    Budget { kind in
      switch kind {
      case .gen: Self.generated
      case .lor: Self.challenges
      case .dec: Self.decryptions
      case .derive, .seal, .open: 1000
      }
    }
  }
  var nothing: RecipientAnswer<ComparedScheme> { .refused(.unknownKey) }

  func begin(_ coins: Coins) -> (ours: RecipientGame<ComparedScheme>, theirs: AsPublishedRecipients<ComparedScheme>) {
    (
      RecipientGame(scheme: scheme, keys: keys, challenge: .drawn, recipients: Self.recipients),
      AsPublishedRecipients(
        scheme: scheme, keys: keys,
        budgets: (keys: Self.generated, challenges: Self.challenges, decryptions: Self.decryptions),
        recipientBound: Self.recipients + (mistake == .inclusiveBound ? 1 : 0))
    )
  }

  func difference(in query: RecipientQuery<ComparedScheme>, isSpent: Bool) -> Difference? {
    guard !isSpent else { return .pastTheBudget }
    guard case .lor(let recipients, _, let left, let right) = query, recipients.allSatisfy(generated.contains),
      Set(recipients).count == recipients.count
    else { return nil }
    let areEqual = left.array.count == right.array.count
    if recipients.count == Self.recipients, areEqual { return .strictBound }
    return recipients.count < Self.recipients && !areEqual ? .unequalLengths : nil
  }

  mutating func note(_ query: RecipientQuery<ComparedScheme>, _ answer: RecipientAnswer<ComparedScheme>) {
    if case (.gen, .publicKey(let key)) = (query, answer) { generated.append(key) }
  }

  func reading(_ answer: RecipientAnswer<ComparedScheme>) -> PublishedAnswer<RecipientAnswer<ComparedScheme>> {
    if case .refused = answer { .none } else { .some(answer) }
  }

  func constant(_ query: RecipientQuery<ComparedScheme>) -> PublishedAnswer<RecipientAnswer<ComparedScheme>> {
    query.kind == .gen ? .witness : .none
  }

  func play(
    _ oracle: inout some Oracle<RecipientQuery<ComparedScheme>, RecipientAnswer<ComparedScheme>>, coins: Coins
  ) throws(Forfeit) {
    _ = try FuzzRecipients(scheme: scheme, queries: 60, length: 1).play(&oracle, coins: coins)
  }
}
