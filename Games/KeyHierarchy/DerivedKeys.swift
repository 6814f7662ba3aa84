// Claim: the service whose keys are derived is the game of the derivation function under this simulation, left and right: what
// tells its keys from random ones tells the function from a random one.
//
//     Adv(derived keys, A)  =  Adv(derivation, B(A))  ≤  ε_prf
public import Coins
public import GameKit
public import Primitives

/// B: draws contexts and nonces, asks for the keys, and encrypts.
public struct DerivedKeys<C: DerivingAEAD>: Simulation {
  public typealias Query = DerivedKeyQuery<C>
  public typealias Answer = DerivedKeyAnswer<C>
  public typealias Inner = DerivationGame<C>
  let cipher: C
  let contextBits: Int
  private var coins = Coins.beforeTheFirstTrial
  private var uses: UInt64 = 0

  public init(cipher: C, contextBits: Int) { (self.cipher, self.contextBits) = (cipher, contextBits) }

  public mutating func restart(coins: Coins) { (self.coins, uses) = (coins, 0) }

  public func budget(within inner: Budget<DerivationQuery<C>.Kind>) -> Budget<DerivedKeyQuery<C>.Kind> {
    Budget { kind in
      switch kind {
      case .use: inner[.evaluate]
      case .derive: inner[.derive]
      case .open: Int(UInt32.max)
      }
    }
  }

  public mutating func answer(
    _ query: DerivedKeyQuery<C>, asking oracle: inout some Oracle<DerivationQuery<C>, DerivedKeyAnswer<C>>
  ) throws(Forfeit) -> DerivedKeyAnswer<C> {
    switch query {
    case .encrypt(let message):
      let header = Header(cipher, contextBits: contextBits, number: uses, coins: coins)
      uses += 1
      guard case .key(let key) = try oracle.ask(.evaluate(Bytes(header.context))) else { return .refused }
      let ciphertext = cipher.seal(message.array, associatedData: [], key: key, nonce: header.nonce, coins: coins)
      return .ciphertext(context: Bytes(header.context), ciphertext)
    case .derive(let key, let context): return try oracle.ask(.derive(key, context: context))
    case .open(let key, let ciphertext):
      return cipher.open(ciphertext, associatedData: [], key: key, coins: coins).message.map { .message($0) } ?? .nothing
    }
  }
}

extension HopFacts {
  public static let derivedKeysPRF = HopFacts(
    "derived-key-prf", "keys that are derived, or random ones",
    claim: """
      Every message has a key L of its own, from the service's key K and a random context N. Left, L = KDF(K, N); right, L is a \
      random function of N. Each world is that of `derivation` under B, which draws contexts and encrypts:
          |Pr[A = 1 right] − Pr[A = 1 left]| = Adv(derivation, B(A)) ≤ ε_prf
      """, bound: "ε_prf", source: derivationSource)
}
