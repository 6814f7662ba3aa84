public import Coins
public import GameKit
public import Games
internal import Primitives

/// Makes random moves about what exists, and prefers kinds of moves that have lately shown it an outcome that it had not seen: a
/// new rule that refuses, or a first success.
///
/// Coverage guides it within a trial and not from one trial to the next: a trial is a function of its seed and number, so that it
/// can be replayed by itself and played on any thread. What `TreeSearch` knows of the policy it has learnt before the first
/// trial.
public struct RandomProtocol: Adversary {
  public typealias Query = KeySecrecyQuery
  public typealias Answer = KeySecrecyAnswer
  let population: DomainSize
  let moves: Int

  public init(population: DomainSize, moves: Int) { (self.population, self.moves) = (population, moves) }

  /// - Returns: the parity of what `test` answered, so that both worlds' keys are looked at.
  public func play(_ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    var walk = Walk(coins: coins)
    if let domain = try oracle.establish(population) { walk.begin(domain) }
    for _ in 0..<moves {
      let (move, query) = walk.choose()
      guard oracle.budget[query.kind] > 0 else { continue }
      walk.note(move, query, try oracle.ask(query))
    }
    return walk.parity
  }

  /// What exists, what was seen, and what is worth trying again.
  private struct Walk {
    let coins: Coins
    private var draws: UInt64 = 0
    private var operators = 0, hsms = 0, hosts = 0, trusts = 0, endorsements = 0, wraps = 0, tokens = 0
    /// A good agreement key and a good identity, for what malformed ones are made of.
    private var good = (agreement: Bytes([]), identity: Bytes([]))
    private var sketches: [TrustSketch] = []
    private var links: [LinkReference] = []
    private var seen: [Outcome] = []
    private var weights = [Int](repeating: 8, count: Move.allCases.count)
    private(set) var parity = false

    private struct Outcome: Equatable {
      let move: Move
      let answer: String
    }

    enum Move: Int, CaseIterable {
      case entity, rogue, shared, trust, successor, mixed, guess, maul, wrap, retag, forge, copy, pry, openWithKey, authorise,
        found, addKey, update, endorse, chosen, install, advance, present, test, corrupt
    }

    init(coins: Coins) { self.coins = coins }

    mutating func begin(_ domain: Domain) {
      (operators, hsms, hosts, trusts, sketches) = (
        domain.operators.count, domain.hsms.count, domain.host + 1, domain.trust + 1, [domain.sketch]
      )
      (endorsements, tokens) = (domain.sketch.quorum, domain.token + 1)
      good = (domain.agreementKeys.first ?? good.agreement, domain.identities.first ?? good.identity)
    }

    private mutating func below(_ bound: Int) -> Int {
      draws += 1
      return Int(coins.uniform(below: UInt64(max(1, bound)), for: Label("walk", draws)))
    }
    private mutating func some(of count: Int, _ most: Int) -> [Int] { (0..<(1 + below(most))).map { _ in below(count) } }
    /// One link, or several where versions are skipped.
    private mutating func path() -> [LinkReference] { (0..<(1 + max(0, below(4) - 1))).map { _ in link() } }
    private mutating func link() -> LinkReference {
      guard !links.isEmpty, below(4) > 0 else { return LinkReference(below(trusts), by: some(of: endorsements, 3)) }
      return links[below(links.count)]
    }
    private mutating func recipients() -> [AgreementReference] { (0..<below(4)).map { _ in agreement() } }
    private mutating func agreement() -> AgreementReference {
      below(3) > 0 ? .hsm(below(hsms)) : .bytes(MalformedKeys.key(below(MalformedKeys.count), beside: good.agreement))
    }
    private mutating func identity() -> IdentityReference {
      switch below(4) {
      case 0: .operator(below(operators))
      case 1: .hsm(below(hsms))
      case 2: .host(below(hosts))
      default: .bytes(MalformedKeys.key(below(MalformedKeys.count), beside: good.identity))
      }
    }
    private mutating func request() -> KeyRequest {
      KeyRequest(host: below(hosts), hsm: below(hsms), token: tokens - 1 - below(min(tokens, 3)), handle: below(3))
    }

    mutating func choose() -> (Move, KeySecrecyQuery) {
      var rest = below(weights.reduce(0, +))
      let index = weights.firstIndex { weight in
        defer { rest -= weight }
        return rest < weight
      }
      let move = Move(rawValue: index ?? 0) ?? .entity
      return (move, query(move))
    }

    private mutating func query(_ move: Move) -> KeySecrecyQuery {
      switch move {
      case .entity: [.newOperator(isHonest: below(2) == 0), .newHSM, .newHost, .newCorruptHost][below(4)]
      case .rogue: .rogue(EntityKind.allCases[below(3)])
      case .trust:
        .trust(
          TrustSketch(operators: some(of: operators, 3), hsms: some(of: hsms, 3), hosts: some(of: hosts, 2), quorum: below(4)))
      case .shared: .sharedOperator(hsm: below(hsms))
      case .successor: .trust(successor())
      case .mixed: .trust(mixed())
      case .guess: .guessEndorsement(operator: below(operators), trust: below(trusts), candidate: UInt64(below(4)))
      case .maul: .maul(endorsement: below(endorsements))
      case .wrap: .wrap(handles: some(of: 3, 2), hsms: some(of: hsms, 2), trust: below(trusts))
      case .retag:
        .retag(.token(below(tokens)), trust: below(trusts), hsm: below(hsms), candidate: below(2) == 0 ? nil : UInt64(below(4)))
      case .forge:
        .token(
          TokenSketch(
            trust: below(trusts), keys: below(2) == 0 ? .own(below(wraps)) : .token(below(tokens)), signer: below(hsms),
            signature: signature()))
      case .copy:
        .token(
          TokenSketch(
            trust: below(trusts), keys: .token(below(tokens)), signer: below(hsms), signature: .copied(from: below(tokens))))
      case .pry: .pry(token: below(tokens), hsm: below(hsms))
      case .openWithKey: .openWithKey(token: below(tokens), hsm: below(hsms), candidate: UInt64(below(4)))
      case .authorise: .authorise(operator: below(operators), trust: trusts - 1 - below(min(trusts, 2)))
      case .found: .found(hsm: below(hsms), trust: below(trusts), endorsements: some(of: endorsements, 3))
      case .addKey: .addKey(hsm: below(hsms), token: below(tokens), handle: below(3))
      case .update: .update(hsm: below(hsms), token: below(tokens), path: path())
      case .endorse: .endorsement(ofToken: below(tokens), signer: identity())
      case .chosen: chosen()
      case .install: .install(host: below(hosts), trust: below(trusts))
      case .advance: .advance(host: below(hosts), path: path())
      case .present: .present(host: below(hosts), token: below(tokens))
      case .test: .test(request())
      case .corrupt: .corrupt(request())
      }
    }

    /// A successor that nearly keeps to the rules.
    private mutating func successor() -> TrustSketch {
      let parent = below(sketches.count)
      guard sketches.indices.contains(parent) else { return TrustSketch(operators: [], hsms: [], quorum: 0) }
      var sketch = sketches[parent]
      sketch.parent = parent
      switch below(6) {
      case 0: sketch.hsms.append(.init(below(hsms)))
      case 1: sketch.operators.append(below(operators))
      case 2: sketch.hosts.append(below(hosts))
      case 3: sketch.quorum = below(4)
      case 4: if !sketch.hsms.isEmpty { sketch.hsms[0].agreement = below(hsms) }
      default: break
      }
      return sketch
    }

    /// A successor that claims a domain and lists what it likes in every role.
    private mutating func mixed() -> TrustSketch {
      var sketch = successor()
      sketch.domain = [.ofParent, .none, .of(below(trusts))][below(3)]
      for _ in 0..<below(3) {
        sketch.others.append([.operator(identity()), .hsm(identity(), agreement()), .host(identity())][below(3)])
      }
      return sketch
    }

    private mutating func signature() -> TokenSketch.Signature {
      switch below(8) {
      case 0: .ownOn(trust: below(trusts), keys: .token(below(tokens)))
      case 1: .ofOperator(below(operators))
      case 2: .ofEndorsement(below(endorsements))
      case 3, 4: .candidate(UInt64(below(4)))
      default: .own
      }
    }

    /// An operation whose recipients are chosen.
    private mutating func chosen() -> KeySecrecyQuery {
      switch below(3) {
      case 0:
        .found(
          hsm: below(hsms), trust: below(trusts), endorsements: some(of: endorsements, 3), recipients: recipients())
      case 1: .addKey(hsm: below(hsms), token: below(tokens), handle: below(3), recipients: recipients())
      default: .update(hsm: below(hsms), token: below(tokens), path: path(), recipients: recipients())
      }
    }

    mutating func note(_ move: Move, _ query: KeySecrecyQuery, _ answer: KeySecrecyAnswer) {
      count(query, answer)
      let outcome = Outcome(move: move, answer: Self.kind(answer))
      if seen.contains(outcome) {
        weights[move.rawValue] = max(1, weights[move.rawValue] - 1)
      } else {
        seen.append(outcome)
        weights[move.rawValue] += 8
      }
    }

    private mutating func count(_ query: KeySecrecyQuery, _ answer: KeySecrecyAnswer) {
      switch answer {
      case .operator: operators += 1
      case .hsm: hsms += 1
      case .host: hosts += 1
      case .trust:
        trusts += 1
        if case .trust(let sketch) = query { sketches.append(sketch) }
      case .endorsement(let number):
        endorsements += 1
        guard case .authorise(_, let trust) = query else { break }
        if let index = links.firstIndex(where: { $0.trust == trust }) {
          links[index].endorsements.append(number)
        } else {
          links.append(LinkReference(trust, by: [number]))
        }
      case .wrap: wraps += 1
      case .token: tokens += 1
      case .key(let key): parity = parity != ((key.array.last ?? 0) & 1 == 1)
      case .done, .keys, .refused, .untested, .unknown: break
      }
    }

    private static func kind(_ answer: KeySecrecyAnswer) -> String {
      switch answer {
      case .refused(let why): why
      case .untested: "untested"
      case .unknown: "unknown"
      default: "answered"
      }
    }
  }
}
