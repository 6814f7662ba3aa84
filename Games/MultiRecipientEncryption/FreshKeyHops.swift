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
