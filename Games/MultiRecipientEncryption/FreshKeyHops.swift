// Claims **[ours]**:
//
//     fresh-keys-left    fresh keys, left messages    =  the cipher game, left, under B              perfect
//     fresh-keys-right   fresh keys, right messages   =  the cipher game, right, under B             until a forgery
//
// so that Adv(aead-multi) ≤ Adv(aead, B) + Pr[forgery], and Pr[forgery] = Pr[F wins] = Adv(aead, F).
public import GameKit
public import Primitives

/// Both hops: the game of fresh keys is the cipher game under B.
public struct FreshKeysAreCipher<C: AEAD>: Hop {
  public typealias Query = FreshKeyQuery<C>
  public typealias Answer = CipherAnswer
  public typealias Left = FreshKeyGame<C>
  let cipher: C
  let isRight: Bool
  let keysPerChallenge: Int
  let keys: FreshKeysFromCipher<C>.Keys

  /// - Parameter isRight: the messages that are encrypted; on the right, the cipher game decrypts nothing.
  public init(cipher: C, isRight: Bool, keysPerChallenge: Int, keys: FreshKeysFromCipher<C>.Keys = .fresh) {
    (self.cipher, self.isRight, self.keysPerChallenge, self.keys) = (cipher, isRight, keysPerChallenge, keys)
  }

  public var left: Left {
    FreshKeyGame(
      cipher: cipher, challenge: isRight ? .right : .left, keysPerChallenge: keysPerChallenge, names: .asInCipherGame)
  }
  public var right: SimulatedGame<FreshKeysFromCipher<C>> {
    SimulatedGame(
      FreshKeysFromCipher(.distinguisher, keys: keys, keysPerChallenge: keysPerChallenge),
      of: CipherGame(cipher: cipher, record: .everything, isRight: isRight))
  }

  public func isBad(_ left: borrowing Left) -> Bool { isRight ? left.isForged : false }

  public func relation(_ left: borrowing Left, _ right: borrowing SimulatedGame<FreshKeysFromCipher<C>>) -> Relation {
    left.produced.agrees(with: right.inner.produced) ? .holds : .broken("produced ciphertexts")
  }

  /// F, which wins the game of integrity in exactly the trials with a forgery.
  public static func forger(keysPerChallenge: Int) -> SimulatingReduction<Left, FreshKeysFromCipher<C>> {
    SimulatingReduction { FreshKeysFromCipher(.forger, keysPerChallenge: keysPerChallenge) }
  }
}

extension HopFacts {
  public static let freshKeysLeft = HopFacts(
    "fresh-keys-left", "fresh keys with left messages are the cipher game, left, under B", claim: bridge, bound: 0,
    source: bridgeSource)

  public static let freshKeysRight = HopFacts(
    "fresh-keys-right", "fresh keys with right messages are the cipher game, right, until a forgery", claim: bridge,
    badEvent: "forgery", bound: "ε_aead", source: bridgeSource)

  private static let bridge = """
    Each key of the game of fresh keys is a new key of the cipher game, under the reduction B. Left, for every adversary and \
    every trial the two are equal. Right, the cipher game decrypts nothing, so they are equal until a forgery, which the \
    reduction F wins by:
        Adv(aead-multi, A) ≤ Adv(aead, B(A)) + Adv(aead, F(A)) ≤ 2·ε_aead
    """

  private static let bridgeSource = "\(assumptions)/AEAD.ec, modules AEADmul_Oracles and AEAD_Oracles, related [ours]"
}
