@_spi(Harness) import Coins
import GameKit
import Games
import Primitives

typealias Calibrated = CalibratedSignature
typealias Queries = SignatureQuery<Calibrated>
typealias Answers = SignatureAnswer<Calibrated>

let kms = ECDSA(requiresLowS: false)
let kmsLowS = ECDSA(requiresLowS: true)
let modern = Ed25519()
let calibrated = CalibratedSignature(signatureBits: 10, keyBits: 64)

func challenger(seed: UInt64 = 1, trial: UInt64 = 0) -> Coins { CoinSource(seed: seed).coins(trial: trial, role: .challenger) }

/// A game at the beginning of a trial.
func started<G: Game>(_ game: G, trial: UInt64 = 0) -> G {
  var game = game
  game.restart(coins: challenger(trial: trial))
  return game
}

/// A budget of `count` queries of every kind.
func plenty<S: MessageScheme>(_ count: Int = 64) -> Budget<SignatureQuery<S>.Kind> { Budget { _ in count } }

/// An answer that is not what was asked for.
struct Unexpected: Error {
  let answer: String
}

extension Game {
  /// The key that `query` is answered with.
  mutating func key<S>(_ query: Query = .keygen) throws -> S.VerificationKey
  where Query == SignatureQuery<S>, Answer == SignatureAnswer<S> {
    let answer = answer(query)
    guard case .key(let key) = answer else { throw Unexpected(answer: answer.description) }
    return key
  }

  mutating func signature<S>(_ query: Query) throws -> S.Signature
  where Query == SignatureQuery<S>, Answer == SignatureAnswer<S> {
    let answer = answer(query)
    guard case .signature(let signature) = answer else { throw Unexpected(answer: answer.description) }
    return signature
  }
}
