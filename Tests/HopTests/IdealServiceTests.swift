import Adversaries
import Arena
import Catalog
import Coins
import GameKit
import Games
import Primitives
import Referee
import Testing

/// The functionality has what is its own, whatever the simulator says; and what is left for a bad simulator to do is seen.
@Suite struct IdealServiceTests {
  @Test(arguments: SimulatorTwin.allCases) func aBadSimulatorIsToldFromTheRealService(_ twin: SimulatorTwin) throws {
    for (entry, suite) in [("service", "calibrated"), ("end-to-end", "calibrated"), ("service", "modern")] {
      let (sound, bad) = (
        try select(entry, "use-branches", suite: suite), try select(entry, "use-branches", twin: twin.rawValue, suite: suite)
      )
      #expect(tally(sound, 2).difference == 0 && tally(bad, 2).difference == 1, "\(entry) \(suite)")
    }
    let hop = tally(try select("service-ideal", "use-branches", twin: twin.rawValue), 2)
    guard case .answersDiffer? = hop.firstViolation?.violation else {
      Issue.record("\(twin): \(String(describing: hop.firstViolation))")
      return
    }
  }

  /// Before signatures are ideal somebody brings a key of his own into an honest domain. The functionality does not know it.
  @Test func aForgersKeyIsNoneOfTheDomain() {
    let thief = ServiceOver(InjectKnownKey(population: DomainSize(), tries: 4))
    let rules = KeySecrecyRules(base: CalibratedSuite(signatureBits: 2))
    func violations(_ stage: KeySecrecyStage) -> UInt64 {
      let budget = Budget<EncryptionServiceQuery.Kind> { _ in 100 }
      let hop = DistinguishingExperiment(
        ZerosAreIdeal(rules: rules, stage: stage, budget: budget), adversary: thief, budget: budget)
      return hop.run(0..<3, source: CoinSource(seed: 3)).violations
    }
    #expect(violations(.operatorSignatures) == 3 && violations(.hsmSignatures) == 0)
  }

  @Test func aCorruptHostIsServedWhereItIsListedAndNowhereElse() throws {
    let twin = "hsm.requester-is-member-host"
    #expect(tally(try select("corrupt-hosts", "corrupt-host"), 5).difference == 0)
    #expect(tally(try select("corrupt-hosts", "corrupt-host", twin: twin), 5).difference == 1)
  }

  /// What an environment relies on, with its adversary; and without the rule that it relies on.
  @Test(arguments: [
    ("use-stored-token", "host.token-trust-is-current"), ("use-handle-twice", "key.handle-is-fresh"),
  ]) func anEnvironmentSeesWhichRuleIsMissing(_ pair: String, _ rule: String) throws {
    #expect(tally(try select("service-ideal", pair), 5).violations == 0)
    for (suite, trials) in [("calibrated", UInt64(5)), ("modern", 2)] {
      #expect(tally(try select("service", pair, suite: suite), trials).difference == 0)
      #expect(abs(tally(try select("service", pair, twin: rule, suite: suite), trials).difference) == 1, "\(suite)")
    }
  }

  /// Where the functionality stands: what it says the protocol keeps in G₅, not before it and not after it.
  @Test(arguments: [
    ("guessable-signatures", "bring-key", [("signatureBits", 2)]),
    ("wrapped-zeros", "use-branches", [("groupBits", 4), ("nonceBits", 1)]),
  ]) func theFunctionalityStandsInOneGame(_ twin: String, _ adversary: String, _ weak: [(name: String, value: Int)]) throws {
    #expect(tally(try select("service-ideal", adversary, weak), 200).violations == 0)
    #expect(tally(try select("service-ideal", adversary, weak, twin: twin), 200).violations > 0)
  }

  // MARK: By construction

  private static let request = KeyRequest(host: 0, hsm: 0, token: 1, handle: 0)
  private static let message = EncryptionServiceQuery.encrypt(request, Bytes([1, 2, 3]), data: Bytes([]))

  /// Two honest operators, an HSM and a rogue one, a host and a corrupt one; and a domain of the first, with a key.
  private func ideal(_ simulator: YesSimulator = YesSimulator()) -> IdealService<YesSimulator> {
    var service = IdealService(simulator, quorum: 2)
    let trust = TrustSketch(operators: [0, 1], hsms: [0], hosts: [0], quorum: 2)
    for query in [
      .newOperator(isHonest: true), .newOperator(isHonest: true), .newHSM, .rogue(.hsm), .newHost, .newCorruptHost, .trust(trust),
      .found(hsm: 0, trust: 0, endorsements: []), .install(host: 0, trust: 0),
    ] as [KeySecrecyQuery] {
      _ = service.answer(.network(query))
    }
    _ = service.answer(.new(KeyRequest(host: 0, hsm: 0, token: 0, handle: 0)))
    return service
  }

  private func isServed(_ answer: EncryptionServiceAnswer) -> Bool { if case .ciphertext = answer { true } else { false } }

  @Test func whoMayAskIsTheFunctionalitysToSay() {
    var service = ideal()
    #expect(isServed(service.answer(Self.message)))
    var corrupt = Self.request
    corrupt.host = 1
    #expect(!isServed(service.answer(.encrypt(corrupt, Bytes([1]), data: Bytes([])))), "the domain does not list it")
    var other = Self.request
    other.handle = 1
    #expect(!isServed(service.answer(.encrypt(other, Bytes([1]), data: Bytes([])))), "there is no such key")
  }

  @Test func aTakenHandleNamesNoSecondKey() {
    var service = ideal()
    #expect(service.answer(.new(Self.request)) == .refused("the functionality"))
    // In the branch without it, it does; and the keys are two.
    #expect(service.answer(.new(KeyRequest(host: 0, hsm: 0, token: 0, handle: 0))) == .network(.token(3)))
    guard case .ciphertext(let ciphertext) = service.answer(Self.message) else {
      Issue.record("not served")
      return
    }
    var branch = Self.request
    branch.token = 3
    #expect(service.answer(.decrypt(Self.request, ciphertext, data: Bytes([]))) == .message(Bytes([1, 2, 3])))
    #expect(service.answer(.decrypt(branch, ciphertext, data: Bytes([]))) == .refused("impossible"))
  }

  /// The simulator says yes to a successor that lists `hsm` beside the first; only a genuine one is followed.
  @Test(arguments: [(2, true), (1, false)]) func aDomainIsFollowedToWhatIsGenuineOnly(_ hsm: Int, _ isFollowed: Bool) {
    var service = ideal()
    let path = [LinkReference(1, by: [])]
    for query in [
      .newHSM, .trust(TrustSketch(parent: 0, operators: [0, 1], hsms: [0, hsm], hosts: [0], quorum: 2)),
      .update(hsm: 0, token: 1, path: path), .advance(host: 0, path: path),
    ] as [KeySecrecyQuery] {
      _ = service.answer(.network(query))
    }
    var request = Self.request
    request.token = 2
    #expect(isServed(service.answer(.encrypt(request, Bytes([1]), data: Bytes([])))) == isFollowed)
  }

  /// The set-up refuses it, whatever the simulator would say; the only difference is how many there are.
  @Test func nDishonestOperatorsAreNotMade() {
    var service = ideal()
    #expect(service.answer(.network(.newOperator(isHonest: false))) == .network(.operator(2, identity: YesSimulator.name(2))))
    #expect(service.answer(.network(.newOperator(isHonest: false))) == .network(.refused("the quorum assumption")))
    #expect(service.answer(.network(.newOperator(isHonest: true))) == .network(.operator(3, identity: YesSimulator.name(3))))
    #expect(isServed(service.answer(Self.message)))
  }

  /// An operator that shares a rogue HSM's identity is the adversary's, and what lists it is not honest.
  @Test(arguments: [(0, true), (1, false)]) func aSharedOperatorIsWhatItsHSMIs(_ hsm: Int, _ isGenuine: Bool) {
    var service = ideal()
    let path = [LinkReference(1, by: [])]
    for query in [
      .sharedOperator(hsm: hsm), .trust(TrustSketch(parent: 0, operators: [0, 1, 2], hsms: [0], hosts: [0], quorum: 2)),
      .update(hsm: 0, token: 1, path: path), .advance(host: 0, path: path),
    ] as [KeySecrecyQuery] {
      _ = service.answer(.network(query))
    }
    var request = Self.request
    request.token = 2
    #expect(isServed(service.answer(.encrypt(request, Bytes([1]), data: Bytes([])))) == isGenuine)
  }

  /// The only difference is what the simulator does with the first request.
  @Test(arguments: [YesSimulator.Fault.throwing, .misnumbering]) func aSimulatorThatGivesUpHasLost(_ fault: YesSimulator.Fault) {
    var service = ideal()
    #expect(isServed(service.answer(Self.message)))
    service = ideal(YesSimulator(fault: fault))
    _ = service.answer(fault == .throwing ? Self.message : .new(KeyRequest(host: 0, hsm: 0, token: 1, handle: 7)))
    #expect(service.answer(Self.message) == .refused("the simulator, which has given up"))
    service.restart(coins: .beforeTheFirstTrial)
    #expect(service.answer(.network(.newHSM)) != .refused("the simulator, which has given up"))
  }
}

/// Lets everything happen, for nobody's reason.
struct YesSimulator: ServiceSimulator {
  typealias Names = PortedSuite<CalibratedSuite>
  enum Fault: Sendable { case none, throwing, misnumbering }
  var fault = Fault.none
  private var counts: [String: Int] = [:]

  init(fault: Fault = .none) { self.fault = fault }

  mutating func restart(coins: Coins) { counts = [:] }

  /// An identity, or an agreement key.
  static func name(_ number: Int) -> Bytes { Bytes(Array(Message(UInt64(number)).bytes.prefix(8))) }

  private mutating func next(_ kind: String) -> Int {
    defer { counts[kind, default: 0] += 1 }
    return counts[kind, default: 0]
  }

  mutating func network(_ query: KeySecrecyQuery) -> KeySecrecyAnswer {
    switch query {
    case .newOperator, .sharedOperator, .rogue(.operator):
      let number = next("operator")
      return .operator(number, identity: Self.name(number))
    case .newHSM, .rogue(.hsm):
      let number = next("HSM")
      return .hsm(number, identity: Self.name(number), agreementKey: Self.name(number))
    case .newHost, .newCorruptHost, .rogue(.host):
      let number = next("host")
      return .host(number, identity: Self.name(number))
    case .trust:
      let number = next("trust")
      return .trust(number, fingerprint: Bytes([UInt8(number)]))
    case .found, .addKey, .update: return .token(next("token"))
    default: return .done
    }
  }

  mutating func new(_ request: KeyRequest) -> KeySecrecyAnswer {
    fault == .misnumbering && request.handle == 7 ? .token(0) : .token(next("token"))
  }

  mutating func failure(of request: KeyRequest, about instance: Int?) throws(Forfeit) -> EncryptionServiceAnswer? {
    if fault == .throwing { throw .resigned("it does not know") }
    return nil
  }

  mutating func ciphertext(length: Int, data: Bytes, instance: Int) -> Bytes? { Bytes([UInt8(length)]) }
  mutating func unprotected(_ query: UserQuery) -> EncryptionServiceAnswer { .unknown }
  mutating func compute(_ query: AttackQuery) -> EncryptionServiceAnswer { .unknown }
}
