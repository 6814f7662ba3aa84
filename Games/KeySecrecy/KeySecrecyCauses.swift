import Coins
import GameKit
import Primitives

/// What may make a difference between two worlds of the protocol, with the accounts that are kept of it.
struct KeySecrecyCauses<Base: Suite>: Sendable {
  struct Kinds: OptionSet, Sendable {
    let rawValue: Int
    static var equalIdentities: Self { Self(rawValue: 1) }
    static var operatorSignatures: Self { Self(rawValue: 2) }
    static var hsmSignatures: Self { Self(rawValue: 4) }
    static var fingerprints: Self { Self(rawValue: 8) }
    static var tags: Self { Self(rawValue: 16) }
    static var all: Self { [.equalIdentities, .operatorSignatures, .hsmSignatures, .fingerprints, .tags] }
  }

  typealias Services = KeySecrecyServices<Base>
  private let kinds: Kinds
  private let scheme: Services.Scheme
  private let bits: (key: Int, signature: Int, digest: Int, tag: Int)
  private let wraps: Purpose?
  private var operators, hsms: SignatureLedger<Services.Scheme>
  private var chain: HashLedger<TrustHash<Base.Hash>>

  /// Nil if the chances of the suite are not known.
  init?(_ kinds: Kinds, _ rules: KeySecrecyRules<Base>, _ exposed: Services.Exposed?) {
    func part(_ service: Services.Exposed) -> Purpose? { exposed == service ? nil : Services.part(of: service) }
    let scheme = ByteStringSigning(rules.base.signing)
    func signatures(_ service: Services.Exposed, _ kind: Move.Kind, _ cause: Kinds) -> SignatureLedger<Services.Scheme>? {
      SignatureLedger(
        scheme, in: part(service), signatures: kinds.contains(cause) ? kind : nil,
        equalKeys: kinds.contains(.equalIdentities) ? .anyTwo : kinds.contains(cause) ? .honestAfterOwn : .none)
    }
    guard let sealed = scheme.sealed,
      let operators = signatures(.operators, .operatorSignature, .operatorSignatures),
      let hsms = signatures(.hsms, .hsmSignature, .hsmSignatures),
      let chain = HashLedger(TrustHash(rules.base.hash), in: part(.chain)),
      let tagBits = rules.base.cipher.sealedTagBits
    else { return nil }
    (self.kinds, self.scheme, self.operators, self.hsms, self.chain) = (kinds, scheme, operators, hsms, chain)
    bits = (sealed.keyBits, sealed.signatureBits, chain.bits, tagBits)
    wraps = part(.recipients)
  }

  mutating func restart() {
    operators.restart()
    hsms.restart()
  }

  @_specialize(where Base == CalibratedSuite)
  mutating func note(_ entry: Services.Entry, in account: inout Account) {
    switch entry {
    case .operators(let query, let answer): operators.note(query, answer, in: &account)
    case .hsms(let query, let answer): hsms.note(query, answer, in: &account)
    case .chain(.append(let parent, let data), .fingerprint(let digest)):
      if kinds.contains(.fingerprints) {
        chain.note(.hash(ChainNode(parent: parent, data: data)), .digest(digest), in: &account)
      }
    case .chain(.evaluate(let node), .fingerprint(let digest)):
      if kinds.contains(.fingerprints) { chain.note(.evaluate(node), .digest(digest), in: &account) }
    case .chain: break
    case .host(let draw, let key):
      guard kinds.contains(.equalIdentities), let value = scheme.value(ofKey: key) else { break }
      let coin = SealedCoin(PortedSuite<Base>.host(draw), bits: bits.key, in: Services.worldPart)
      account.draw(.identityKey, coin, value, against: .honestKeys, joining: .honestKeys)
    case .wrapped(let event): note(event, in: wraps, &account)
    case .data(let event): note(event, in: nil, &account)
    }
  }

  private func note(_ event: TagEvent, in part: Purpose?, _ account: inout Account) {
    if kinds.contains(.tags) { account.note(event, in: part) }
  }

  func most(within budget: Budget<KeySecrecyQuery.Kind>, decryptions: Int) -> Double {
    typealias Signatures = SignatureLedger<Services.Scheme>
    var most = 0.0
    if kinds.contains(.equalIdentities) {
      most += Signatures.pairs(budget[.operators] + budget[.hsms] + budget[.hosts] + budget[.own], bits: bits.key)
    }
    // However a guess is charged, either service may be asked about it, and one of them is.
    if !kinds.isDisjoint(with: [.operatorSignatures, .hsmSignatures]) {
      most += Signatures.guesses(budget[.operatorForgeries] + budget[.hsmForgeries], bits: bits.signature)
    }
    for (cause, honest) in [(Kinds.operatorSignatures, budget[.operators]), (.hsmSignatures, budget[.hsms])]
    where kinds.contains(cause) && !kinds.contains(.equalIdentities) {
      most += Signatures.pairs(honest + budget[.own], bits: bits.key)
    }
    if kinds.contains(.fingerprints) { most += Signatures.pairs(budget[.trusts], bits: bits.digest) }
    // What is opened otherwise was sealed under its key.
    if kinds.contains(.tags) { most += Signatures.guesses(budget[.openings] + decryptions, bits: bits.tag) }
    return most
  }
}
