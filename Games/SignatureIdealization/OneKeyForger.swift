// Claim: guessing the key on which a forger of many keys will succeed costs a factor q_gen and nothing more.
// Source: EasyCrypt, PKSMK, theory UF1_UF, module MkAdvUF1 and lemma uf_uf1.
public import Coins
public import GameKit
public import Primitives
internal import Records

/// C(A): plants the one challenge key at a uniformly chosen place among the q_gen keys of A, and makes all others itself.
///
/// A forgery under a key of its own making is worth nothing, so it is checked but not counted. That has one consequence that is
/// easily missed: when the challenge key equals a key that C has made before, A's signatures under it are of C's making, and C
/// must not submit them. The published reduction asks for the *place* at which a key was generated first (`mpki.[pk] = Some i`);
/// from such a collision on it can no longer win, and so C stops there.
///
/// What C submits is what ε_sig pays for. Of A's attempts those under the planted key are handed on, and the others are C's own
/// computation: W/q_gen of W on average over the place, all W at worst.
public struct OneKeyForger<S: SignatureScheme>: Reduction {
  public typealias Source = SignatureForgery<S>
  public typealias Target = SignatureForgery<S>

  /// Which triples are handed to the challenger as forgeries.
  public enum Submission: String, CaseIterable, Sendable {
    /// Those under the key that stands at the planted place, as published.
    case planted
    /// All of them: a planted defect, which counts C's own signatures as forgeries after a collision.
    case everything = "submits-everything"
    /// All of them, and none after a collision: a planted defect, which wins what it may and works q_gen times as much as it
    /// says.
    case unsorted = "hands-everything-on"
    /// Those under the planted key, each of them twice: a planted defect, which works more than it says at worst.
    case twice = "asks-twice"
  }

  let keys: Int
  let budget: Budget<SignatureQuery<S>.Kind>
  let submission: Submission

  /// - Parameters:
  ///   - keys: q_gen, the number of keys that A may generate.
  ///   - budget: A's, but for its keys.
  public init(keys: Int, budget: Budget<SignatureQuery<S>.Kind> = .unlimited, submitting submission: Submission = .planted) {
    (self.keys, self.budget, self.submission) = (keys, budget, submission)
  }

  public func play<A: Adversary<SignatureQuery<S>, SignatureAnswer<S>>>(
    _ adversary: A, against oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    let planted = coins.child("onekey").uniform(below: UInt64(keys), for: Label("planted"))
    var simulator = Simulator(
      outer: consume oracle, keys: keys, planted: Int(planted), submission: submission, budget: budget)
    let ending = Ending(adversary, &simulator, coins)
    oracle = simulator.outer
    return simulator.isHopeless ? false : try ending.bit
  }

  /// The many-key game that A sees. Public only so that it can be specialised in other modules.
  public struct Simulator<Outer: Oracle<SignatureQuery<S>, SignatureAnswer<S>>>: Oracle {
    var outer: Outer
    let planted: Int
    private let submission: Submission
    /// The challenge key had been made before it was planted: nothing that may be submitted is a forgery under it.
    private(set) var isHopeless = false
    private var generated = 0
    /// All keys in the order of generation, and which of them is the challenge.
    private var registered = AppendLog<S.VerificationKey>()
    private var challenge: S.VerificationKey?
    /// A's own keys: it may sign under these, and not under the ones that stand for honest keys.
    private var rogue = AppendLog<S.VerificationKey>()
    public private(set) var budget: Budget<SignatureQuery<S>.Kind>

    init(outer: Outer, keys: Int, planted: Int, submission: Submission, budget: Budget<SignatureQuery<S>.Kind>) {
      (self.outer, self.planted, self.submission) = (outer, planted, submission)
      self.budget = Budget { $0 == .keygen ? keys : budget[$0] }
    }

    public mutating func ask(_ query: SignatureQuery<S>) throws(Forfeit) -> SignatureAnswer<S> {
      guard !isHopeless else { throw .resigned("the challenge key had been made before") }
      try budget.charge(query.kind)
      switch query {
      case .keygen: return .key(try generateKey())
      case .sign(let key, let message):
        guard registered.contains(key) else { return .unknownKey }
        return try outer.ask(key == challenge ? query : .rogueSign(key, message))
      case .publicKeys: return .keys(registered.elements)
      case .rogueKeygen:
        let answer = try outer.ask(query)
        if case .key(let key) = answer { rogue.append(key) }
        return answer
      case .rogueSign(let key, _): return rogue.contains(key) ? try outer.ask(query) : .unknownKey
      case .verify(let key, let message, let signature):
        guard submits(key) else { return try outer.ask(.rogueVerify(key, message, signature)) }
        if submission == .twice { _ = try outer.ask(query) }
        return try outer.ask(query)
      case .rogueVerify(let key, _, _): return registered.contains(key) ? .unknownKey : try outer.ask(query)
      }
    }

    private func submits(_ key: S.VerificationKey) -> Bool {
      switch submission {
      case .planted, .twice: key == challenge
      case .everything, .unsorted: true
      }
    }

    private mutating func generateKey() throws(Forfeit) -> S.VerificationKey {
      defer { generated += 1 }
      let isPlanted = generated == planted
      guard case .key(let key) = try outer.ask(isPlanted ? .keygen : .rogueKeygen) else {
        throw .resigned("the game did not answer a key")
      }
      if !registered.contains(key) {
        registered.append(key)
        if isPlanted { challenge = key }
      } else if isPlanted, submission != .everything {
        isHopeless = true
      }
      return key
    }
  }
}

extension HopFacts {
  public static let ufUF1 = HopFacts(
    "uf_uf1", "many keys cost a factor q_gen", lemma: "PKSMK: uf_uf1",
    claim: """
      The reduction C(A) plants the one challenge key among q_gen keys and makes the others itself; it is right once in q_gen, \
      so that q_gen·Pr[UF₁(C(A))] is the mean number of keys under which A forges, no less and no more:
          Pr[UF(A)] ≤ E[forged keys] = q_gen·Pr[UF₁(C(A))]
      Of q_gen·tries verifications C submits those under the planted key: `tries` on average, which is what ε_sig is stated at.
      """,
    badEvent: "forgery", bound: "q_gen" * "ε_sig", source: "\(signatureSource), lemma uf_uf1")
}
