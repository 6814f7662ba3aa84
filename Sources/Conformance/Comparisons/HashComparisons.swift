internal import Adversaries
internal import Coins
internal import GameKit
internal import Games
internal import Primitives

/// A calibrated hash of four bits: collisions are common.
private let short = MessageHash(CalibratedHash(bits: 4))
typealias ShortHash = MessageHash<CalibratedHash>

/// q_hash and q_col: what ours allows.
let honestEvaluations = 8

/// What the comparisons of hash services share.
protocol HashComparison: Comparison where Ours.Query == HashQuery<ShortHash>, Ours.Answer == HashAnswer<ShortHash> {
  /// What the twin is told to allow.
  var published: Int { get }
}

extension HashComparison {
  var budget: Budget<Query.Kind> { Budget { $0 == .service ? honestEvaluations : 1000 } }
  var nothing: Answer { .noDigest }

  func reading(_ answer: Answer) -> PublishedAnswer<Answer> { answer == .noDigest ? .none : .some(answer) }

  func constant(_ query: Query) -> PublishedAnswer<Answer> { if case .check = query { .witness } else { .none } }

  func difference(in query: Query, isSpent: Bool) -> Difference? { isSpent ? .pastTheBudget : nil }

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) {
    _ = try FuzzHashes(short, queries: 40).play(&oracle, coins: coins)
  }
}

/// `RealHash`.
struct RealHashes: HashComparison {
  let name = "hash-real"
  let published: Int

  func begin(_ coins: Coins) -> (ours: HashIdealization<ShortHash>.Real, theirs: AsPublishedHash<ShortHash>) {
    (HashIdealization(short).left, AsPublishedHash(short, world: .real, evaluations: published))
  }
}

/// `IdealHash`, beside ours with the published memory.
struct IdealHashes: HashComparison {
  let name = "hash-ideal-as-published"
  let published: Int

  func begin(_ coins: Coins) -> (ours: HashIdealization<ShortHash>.Ideal, theirs: AsPublishedHash<ShortHash>) {
    (HashIdealization(short, memory: .hashed).right, AsPublishedHash(short, world: .ideal, evaluations: published))
  }
}

/// `IdealHash`, beside ours with a memory of checked points.
struct RememberingHashes: HashComparison {
  let name = "hash-ideal"
  let published: Int
  private var coins = Coins.beforeTheFirstTrial
  /// Who owns a digest in the file, and who owns it here.
  private var hashed: [CalibratedHash.Digest: Message] = [:]
  private var owners: [CalibratedHash.Digest: Message] = [:]

  init(published: Int) { self.published = published }

  mutating func begin(_ coins: Coins) -> (ours: HashIdealization<ShortHash>.Ideal, theirs: AsPublishedHash<ShortHash>) {
    self.coins = coins
    return (HashIdealization(short).right, AsPublishedHash(short, world: .ideal, evaluations: published))
  }

  func difference(in query: Query, isSpent: Bool) -> Difference? {
    if isSpent { return .pastTheBudget }
    switch query {
    case .hash(let point): return passes(point, hashed) == passes(point, owners) ? nil : .checksRemembered
    case .check(let point, let digest):
      guard short.digest(point, coins: coins) == digest else { return nil }
      return passes(point, hashed) == passes(point, owners) ? nil : .checksRemembered
    case .evaluate: return nil
    }
  }

  mutating func note(_ query: Query, _ answer: Answer) {
    switch (query, answer) {
    case (.hash(let point), .digest(let digest)):
      if hashed[digest] == nil { hashed[digest] = point }
      if owners[digest] == nil { owners[digest] = point }
    case (.check(let point, let digest), .accepted): if owners[digest] == nil { owners[digest] = point }
    default: break
    }
  }

  private func passes(_ point: Message, _ owners: [CalibratedHash.Digest: Message]) -> Bool {
    owners[short.digest(point, coins: coins)].map { $0 == point } ?? true
  }
}

/// `MkAdvCR` over `CR`.
struct CollisionReduction: HashComparison {
  let name = "collision-reduction"
  let published: Int

  func begin(_ coins: Coins) -> (
    ours: SimulatedGame<CollisionFinder<ShortHash>>, theirs: AsPublishedCollisionFinder<ShortHash>
  ) {
    (
      SimulatedGame(CollisionFinder(memory: .hashed), of: HashCollision(short)),
      AsPublishedCollisionFinder(short, evaluations: published)
    )
  }

  func agree(
    _ ours: borrowing SimulatedGame<CollisionFinder<ShortHash>>, _ theirs: borrowing AsPublishedCollisionFinder<ShortHash>
  ) -> Bool { ours.isWon == theirs.isFound }
}

/// `OrclCR` in `CR`.
struct Collisions: Comparison {
  let name = "collisions"
  let published: Int

  var budget: Budget<CollisionQuery<ShortHash>.Kind> { Budget { $0 == .collision ? honestEvaluations : 1000 } }
  var nothing: CollisionAnswer<ShortHash> { .noted }

  func begin(_ coins: Coins) -> (ours: HashCollision<ShortHash>, theirs: AsPublishedCollisionGame<ShortHash>) {
    (HashCollision(short), AsPublishedCollisionGame(short, pairs: published))
  }

  func difference(in query: CollisionQuery<ShortHash>, isSpent: Bool) -> Difference? { isSpent ? .pastTheBudget : nil }

  func reading(_ answer: CollisionAnswer<ShortHash>) -> PublishedAnswer<CollisionAnswer<ShortHash>> { .some(answer) }

  /// The file's oracle says nothing, in or past the budget.
  func constant(_ query: CollisionQuery<ShortHash>) -> PublishedAnswer<CollisionAnswer<ShortHash>> { .some(.noted) }

  func agree(_ ours: borrowing HashCollision<ShortHash>, _ theirs: borrowing AsPublishedCollisionGame<ShortHash>) -> Bool {
    ours.isWon == theirs.isFound
  }

  func play(_ oracle: inout some Oracle<CollisionQuery<ShortHash>, CollisionAnswer<ShortHash>>, coins: Coins) throws(Forfeit) {
    for round in 0..<20 as Range<UInt64> {
      func point(_ which: UInt64) -> Message { short.point(coins.uniform(below: 6, for: Label("fuzz", round, which))) }
      _ = try oracle.ask(coins.bits(2, for: Label("fuzz", round)) == 0 ? .evaluate(point(1)) : .collision(point(1), point(2)))
    }
  }
}

/// `OrclCR` with a fixed function in the place of a keyed one, and an adversary that has a colliding pair in its text.
struct HardCodedPair: Comparison {
  let name = "hard-coded-pair"

  /// 32 bits of SHA-384, after a key of 16 bytes if there is one.
  struct ShortSHA384: PointHash {
    let isKeyed: Bool

    func digest(_ point: Message, coins: Coins) -> Bytes {
      Bytes(Array(SHA2.sha384.digest((isKeyed ? coins.bytes(16, for: Label("hkey")) : []) + point.bytes).prefix(4)))
    }

    func point(_ index: UInt64) -> Message { Message(index) }
  }

  var budget: Budget<CollisionQuery<ShortSHA384>.Kind> { Budget { _ in 1 } }
  var nothing: CollisionAnswer<ShortSHA384> { .noted }

  func begin(_ coins: Coins) -> (ours: HashCollision<ShortSHA384>, theirs: AsPublishedCollisionGame<ShortSHA384>) {
    (HashCollision(ShortSHA384(isKeyed: false)), AsPublishedCollisionGame(ShortSHA384(isKeyed: true), pairs: 1))
  }

  func difference(in query: CollisionQuery<ShortSHA384>, isSpent: Bool) -> Difference? { .fixedFunction }

  func reading(_ answer: CollisionAnswer<ShortSHA384>) -> PublishedAnswer<CollisionAnswer<ShortSHA384>> { .some(answer) }

  func agree(_ ours: borrowing HashCollision<ShortSHA384>, _ theirs: borrowing AsPublishedCollisionGame<ShortSHA384>) -> Bool {
    ours.isWon == theirs.isFound
  }

  /// The two points have one digest, found by 55,537 evaluations once and for all.
  func play(_ oracle: inout some Oracle<CollisionQuery<ShortSHA384>, CollisionAnswer<ShortSHA384>>, coins: Coins) throws(Forfeit)
  {
    _ = try oracle.ask(.collision(Message(21_373), Message(55_537)))
  }
}
