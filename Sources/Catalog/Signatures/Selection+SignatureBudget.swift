import Arena
import GameKit
import Games
import Primitives

extension Selection {
  private func budget<S>(keys: Int, verifications: Int, own: Int) -> Budget<SignatureQuery<S>.Kind> {
    Budget { kind in
      switch kind {
      case .keygen: keys
      case .sign: self["q_sig"]
      case .verify: verifications
      case .rogueKeygen: own
      case .publicKeys, .rogueSign: Int(UInt32.max)
      }
    }
  }

  /// `tries` counts per key, so there are q_gen·tries verifications in all.
  func manyKeys<S>() -> Budget<SignatureQuery<S>.Kind> {
    budget(keys: self["q_gen"], verifications: self["q_gen"] * self["tries"], own: self["q_own"])
  }

  func oneKey<S>() -> Budget<SignatureQuery<S>.Kind> {
    budget(keys: 1, verifications: self["tries"], own: self["q_own"])
  }

  /// The reduction's budget in the one-key game: it makes all other keys itself, and it submits what it is given. On average over
  /// the place of the planted key, `tries` of the submissions concern it.
  func plantedKey<S>() -> Budget<SignatureQuery<S>.Kind> {
    budget(keys: 1, verifications: self["q_gen"] * self["tries"], own: self["q_own"] + self["q_gen"] - 1)
  }
}
