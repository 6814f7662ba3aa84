public import Coins
public import GameKit
public import Games
internal import Primitives

/// Finds an attack by itself: it searches sequences of moves on a model of the game, and plays the first that ends with a key on
/// the real one.
///
/// Everything in the game is a number, so a sequence that was found on cheap primitives is a sequence on any. On the intact
/// policy it finds nothing; on a policy with a rule left out it finds again what the scenarios tell.
public struct TreeSearch: KeyThief {
  let population: DomainSize
  /// What it found, nil for nothing.
  public let plan: Plan?

  /// Queries after the domain is founded and the ingredients are made, and how they end.
  public struct Plan: Hashable, Sendable {
    public var moves: [KeySecrecyQuery]
    public var loot: Loot
  }

  public enum Loot: Hashable, Sendable {
    /// The rogue HSM opens this token.
    case opened(token: Int)
    /// The keys that the adversary wrapped, the `wrap`-th of its wraps, are in this token.
    case injected(token: Int, wrap: Int)
  }

  /// - Parameters:
  ///   - model: the game on primitives that are not broken by chance, with real keys, and the policy that is attacked.
  ///   - depth: how many times a genuine HSM has to accept something.
  public init<Model: Game<KeySecrecyQuery, KeySecrecyAnswer>>(model: Model, population: DomainSize, depth: Int = 2) {
    self.population = population
    var model = model
    model.restart(coins: .beforeTheFirstTrial)
    var oracle = FreeOracle(game: model)
    plan = (try? Ingredients(population, &oracle)).flatMap { Self.search(oracle, $0, depth) }
  }

  public func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let plan, let ingredients = try Ingredients(population, &oracle) else { return nil }
    for move in plan.moves { _ = try oracle.ask(move) }
    return try ingredients.take(plan.loot, &oracle)
  }

  /// Breadth first over what genuine HSMs accept, so the plan is a shortest one of these moves.
  private static func search<O: Oracle<KeySecrecyQuery, KeySecrecyAnswer>>(_ start: O, _ ingredients: Ingredients, _ depth: Int)
    -> Plan?
  {
    var layer: [(oracle: O, moves: [KeySecrecyQuery], tokens: [Int])] = [(start, [], [ingredients.domain.token])]
    for _ in 0..<depth {
      var next: [(oracle: O, moves: [KeySecrecyQuery], tokens: [Int])] = []
      for node in layer {
        for moves in ingredients.moves(from: node.tokens) {
          var oracle = node.oracle
          guard let token = try? accepted(moves, &oracle) else { continue }
          let all = node.moves + moves
          for loot in ingredients.loot(in: token) where (try? ingredients.isReal(loot, oracle)) == true {
            return Plan(moves: all, loot: loot)
          }
          next.append((oracle, all, node.tokens + [token]))
        }
      }
      layer = next
    }
    return nil
  }

  /// The number of the last token, if every move was accepted.
  private static func accepted(
    _ moves: [KeySecrecyQuery], _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> Int? {
    var token: Int?
    for move in moves {
      switch try oracle.ask(move) {
      case .token(let number): token = number
      case .done: break
      default: return nil
      }
    }
    return token
  }

  /// What an attack is made of: an honest domain, rogue entities, trusts of several shapes with every signature that is to be
  /// had, and wrapped keys.
  private struct Ingredients {
    let domain: Domain
    let rogue: Int
    let trusts: [Int]
    /// For each trust, lists of endorsements worth trying.
    let authorisations: [[[Int]]]
    /// The first key of each of its own wraps: one under the domain's trust, one under its own, and one under the coup's.
    let ownKeys: [Bytes]
    private let freed: Freed

    /// What it takes to use what the protocol's own code does not leave to anybody.
    private struct Freed {
      /// A link that nobody signed and makes its own operator one, and the one after it.
      let skipping: [LinkReference]
      /// A successor with a quorum that the dishonest operators make, and the one by which they admit the rogue HSM.
      let lowering: [LinkReference]
      /// A rogue HSM's trust, by the signatures on a good one, and by the dishonest operators'.
      let moved: LinkReference
      let coup: LinkReference
    }

    init?(_ population: DomainSize, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>) throws(Forfeit) {
      guard let domain = try oracle.establish(population), let chief = try oracle.rogueOperator()?.number,
        let rogue = try oracle.rogueHSM()
      else { return nil }
      (self.domain, self.rogue) = (domain, rogue)
      var swapped = domain.successor
      swapped.hsms[0].agreement = rogue
      var cheap = domain.withRogue(rogue)
      cheap.quorum = 1
      let own = TrustSketch(operators: [chief], hsms: [domain.hsms[0], rogue], hosts: [domain.host], quorum: 1)
      var taken = own
      taken.parent = domain.trust
      guard let first = try oracle.write(own)?.number else { return nil }
      var trusts = [first]
      let rest = TrustSketch(parent: first, operators: [chief], hsms: [rogue], quorum: 1)
      for sketch in [rest, domain.withRogue(rogue), cheap, taken, swapped] {
        guard let number = try oracle.write(sketch)?.number else { return nil }
        trusts.append(number)
      }
      self.trusts = trusts
      var authorisations: [[[Int]]] = []
      for trust in trusts {
        let given = try oracle.authorise(trust, by: domain.operators + [chief])
        var forged = given
        for maker in domain.operators.dropFirst(domain.dishonest) where oracle.budget[.operatorForgeries] > 0 {
          if case .endorsement(let guess) = try oracle.ask(.guessEndorsement(operator: maker, trust: trust, candidate: 0)) {
            forged.append(guess)
          }
        }
        authorisations.append([given, given + given, forged])
      }
      self.authorisations = authorisations
      guard let freed = try Self.freed(domain, chief, rogue, coup: trusts[2], &oracle) else { return nil }
      self.freed = freed
      var ownKeys: [Bytes] = []
      for trust in [domain.trust, first, trusts[2]] {
        guard case .wrap(_, let keys) = try oracle.ask(.wrap(handles: [0], hsms: domain.hsms, trust: trust)), let key = keys.first
        else { return nil }
        ownKeys.append(key)
      }
      self.ownKeys = ownKeys
    }

    private static func freed(
      _ domain: Domain, _ chief: Int, _ rogue: Int, coup: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
    ) throws(Forfeit) -> Freed? {
      var lower = domain.successor
      lower.quorum = domain.dishonest
      guard let low = try oracle.write(lower)?.number else { return nil }
      var lowered = domain.withRogue(rogue)
      lowered.parent = low
      var skipped = domain.successor
      (skipped.operators, skipped.quorum) = ([chief], 1)
      guard let admitted = try oracle.write(lowered)?.number, let skip = try oracle.write(skipped)?.number else { return nil }
      skipped.parent = skip
      skipped.hsms.append(.init(rogue))
      guard let last = try oracle.write(skipped)?.number else { return nil }
      let insiders = domain.operators.prefix(domain.dishonest)
      let good = try oracle.authorise(low, by: domain.operators)
      return Freed(
        skipping: [LinkReference(skip, by: []), LinkReference(last, by: try oracle.authorise(last, by: [chief]))],
        lowering: [LinkReference(low, by: good), LinkReference(admitted, by: try oracle.authorise(admitted, by: insiders))],
        moved: LinkReference(coup, by: good), coup: LinkReference(coup, by: try oracle.authorise(coup, by: insiders)))
    }

    /// Uses of the tokens there are, and of tokens put together from parts; the last query of each is a genuine HSM's.
    func moves(from tokens: [Int]) -> [[KeySecrecyQuery]] {
      let next = (tokens.max() ?? 0) + 1
      var moves = freedMoves(from: tokens) + tokens.flatMap { uses(of: $0).map { [$0] } }
      let keys = tokens.map(WrapReference.token) + [.own(0)]
      for trust in [domain.trust] + trusts {
        for keys in keys {
          for (signer, signature) in [
            (rogue, TokenSketch.Signature.own), (domain.hsms[0], .copied(from: domain.token)), (domain.hsms[0], .candidate(0)),
          ] {
            let sketch = KeySecrecyQuery.token(TokenSketch(trust: trust, keys: keys, signer: signer, signature: signature))
            moves += uses(of: next).map { [sketch, $0] }
          }
        }
      }
      return moves
    }

    /// Chosen recipients, skipped versions, signatures that were moved and thresholds that were lowered; and hosts, which take a
    /// token of its own, some after they were led away.
    private func freedMoves(from tokens: [Int]) -> [[KeySecrecyQuery]] {
      let (hsm, host) = (domain.hsms[0], domain.host)
      let members = (domain.hsms + [rogue]).map { AgreementReference.hsm($0) }
      let paths = [freed.skipping, [freed.moved]] + freed.lowering.map { [$0] }
      let byHSMs = tokens.flatMap { token in
        [[KeySecrecyQuery.addKey(hsm: hsm, token: token, handle: 7, recipients: members)]]
          + paths.map { [.update(hsm: hsm, token: token, path: $0)] }
      }
      func own(_ trust: Int, _ wrap: Int) -> KeySecrecyQuery {
        .token(TokenSketch(trust: trust, keys: .own(wrap), signer: rogue, signature: .own))
      }
      return byHSMs + [
        [own(trusts[0], 1)], [.install(host: host, trust: trusts[0]), own(trusts[0], 1)],
        [.advance(host: host, path: [freed.coup]), own(trusts[2], 2)],
      ]
    }

    /// What a new token may be worth.
    func loot(in token: Int) -> [Loot] {
      [.opened(token: token)] + ownKeys.indices.map { .injected(token: token, wrap: $0) }
    }

    private func uses(of token: Int) -> [KeySecrecyQuery] {
      let updates = zip(trusts, authorisations).flatMap { trust, options in
        options.map { KeySecrecyQuery.update(hsm: domain.hsms[0], token: token, path: [LinkReference(trust, by: $0)]) }
      }
      return [.addKey(hsm: domain.hsms[0], token: token, handle: 7)] + updates
    }

    func take(
      _ loot: Loot, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
    ) throws(Forfeit) -> StolenKey? {
      switch loot {
      case .opened(let token):
        return try oracle.key(0, from: .pry(token: token, hsm: rogue)).map { StolenKey(request: domain.request(), key: $0) }
      case .injected(let token, let wrap):
        return StolenKey(
          request: KeyRequest(host: domain.host, hsm: domain.hsms[0], token: token, handle: 0), key: ownKeys[wrap])
      }
    }

    /// Whether `test` answers the stolen key: asked on a copy of the model.
    func isReal(_ loot: Loot, _ model: some Oracle<KeySecrecyQuery, KeySecrecyAnswer>) throws(Forfeit) -> Bool {
      var model = model
      guard let stolen = try take(loot, &model) else { return false }
      return try model.ask(.test(stolen.request)) == .key(stolen.key)
    }
  }
}
