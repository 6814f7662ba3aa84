// Claims: a service that uses no key with a nonce twice is the service as it is, until its coins repeat. It is a fact about
// coins; there is nothing to reduce to.
internal import Coins
public import GameKit
public import Primitives
internal import Records

/// The hop that is paid for repeated nonces: identical until one key is used with one nonce twice.
public struct NonceRepeat<C: DerivingAEAD>: Hop {
  public typealias Query = DerivedKeyQuery<C>
  public typealias Answer = DerivedKeyAnswer<C>
  let cipher: C
  let contextBits: Int

  /// - Parameter contextBits: 0 where all messages have one key; else each has the value of a random function at a context of so
  ///   many random bits.
  public init(cipher: C, contextBits: Int) { (self.cipher, self.contextBits) = (cipher, contextBits) }

  public var left: DerivedKeyGame<C> { game(refusesRepeats: false) }
  public var right: DerivedKeyGame<C> { game(refusesRepeats: true) }

  private func game(refusesRepeats: Bool) -> DerivedKeyGame<C> {
    DerivedKeyGame(
      cipher: cipher, derivation: contextBits == 0 ? .none : .randomFunction, contextBits: contextBits,
      refusesRepeats: refusesRepeats)
  }

  public func isBad(_ left: borrowing DerivedKeyGame<C>) -> Bool { left.hasRepeat }

  public func relation(_ left: borrowing DerivedKeyGame<C>, _ right: borrowing DerivedKeyGame<C>) -> Relation {
    left.headers.agrees(with: right.headers) ? .holds : .broken("used contexts and nonces")
  }
}

/// The ledger of nonces, for a cipher whose draws have 64 bits at most: each context and nonce may be one that was used.
public struct NonceLedger<C: DerivingAEAD>: Ledger, Sendable {
  public typealias Query = DerivedKeyQuery<C>
  public typealias Answer = DerivedKeyAnswer<C>
  private let nonceBits: Int
  private let bits: Int
  private var uses: UInt64 = 0

  /// Nil if a context and a nonce have more bits.
  public init?(_ cipher: C, contextBits: Int) {
    (nonceBits, bits) = (cipher.nonceBits, contextBits + cipher.nonceBits)
    guard bits <= 64, cipher.nonceLength == 8 else { return nil }
  }

  public mutating func restart() { uses = 0 }

  public mutating func note(_ query: Query, _ answer: Answer, in account: inout Account) {
    guard case .encrypt = query else { return }
    defer { uses += 1 }
    guard case .ciphertext(let context, let ciphertext) = answer else { return }
    func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    let value = word(context.array[...]) << UInt64(nonceBits) | word(ciphertext.array.prefix(8))
    account.draw(.nonce, SealedCoin(Header.label(uses), bits: bits), value, against: .nonces, joining: .nonces)
  }

  public func most(within budget: Budget<Query.Kind>) -> Double { Self.pairs(budget[.use], bits: bits) }
}

extension HopFacts {
  public static let nonceCollision = HopFacts(
    "nonce-collision", "random nonces under one key are distinct",
    claim: """
      Right, a nonce that was used is used no more. AES-GCM draws nonces of 96 bits, and after 2^32 messages the chance of a \
      repetition is 2^−33:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ Pr[two of q_uses nonces are equal] = 1 − ∏(1 − i/2^nonceBits), i < q_uses
      """,
    badEvent: "a key and nonce repeat", bound: .birthday(count: "q_uses", bits: "nonceBits"), source: nonceSource)

  public static let derivedKeys = HopFacts(
    "derived-key", "contexts with nonces under derived keys are distinct",
    claim: """
      Every message has a key L that is a random function of its context N. That N repeats is not bad by itself: then two \
      messages have one key, with random nonces. Right, a context is not used with a nonce twice; with 128 bits and 96, q \
      messages repeat both with chance q²/2^225, where one key allows q²/2^97:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ 1 − ∏(1 − i/2^(contextBits + nonceBits)), i < q_uses
      """,
    badEvent: "a key and nonce repeat", bound: .birthday(count: "q_uses", bits: "contextBits" + "nonceBits"),
    source: "\(derivationSource); the AWS Encryption SDK's hierarchical keyring")

  /// From one key for all messages to one for each.
  public static let nonceSequence = [nonceCollision, derivedKeysPRF, derivedKeys]

  static let nonceSource = "NIST SP 800-38D, section 8.3; Menezes, Crypto 101, AWS key management [ours]"
}
