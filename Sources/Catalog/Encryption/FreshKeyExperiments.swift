import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// What to build once cipher and adversary against fresh keys are concrete types.
protocol FreshKeyExperiments {
  func build<C: AEAD, A: Adversary<FreshKeyQuery<C>, CipherAnswer>>(
    _ adversary: A, _ cipher: C, _ selection: Selection
  ) -> AnyExperiment
}

extension FreshKeyExperiments {
  func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated, .symbolic: build(selection.calibratedCipher, selection)
    case .kms, .kmsLowS, .modern: build(AES256GCM(), selection)
    }
  }

  func build<C: AEAD>(_ cipher: C, _ selection: Selection) -> AnyExperiment {
    // Also under a reduction, `bridge-…` or `forger-…`.
    switch selection.adversary.drop(prefix: "bridge-").drop(prefix: "forger-") {
    case "forge-fresh-key": build(ForgeFreshKey(cipher: cipher, tries: selection["q_dec"]), cipher, selection)
    case "fuzz-fresh-keys": build(FuzzFreshKeys(cipher: cipher, queries: selection["queries"]), cipher, selection)
    case "idle": build(Idle<FreshKeyQuery<C>, CipherAnswer>(), cipher, selection)
    default: preconditionFailure("\(selection.adversary) is listed and cannot be built")
    }
  }
}

extension String {
  func drop(prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
}

extension Selection {
  func freshKeyBudget<C>() -> Budget<FreshKeyQuery<C>.Kind> {
    Budget { kind in
      switch kind {
      case .lor: self["q_lor"]
      case .dec: self["q_dec"]
      case .seal: Int(UInt32.max)
      case .open: self["q_open"]
      }
    }
  }

  /// What pays for that in the cipher game.
  func bridgeBudget<C>() -> Budget<CipherQuery<C>.Kind> {
    Budget { kind in
      switch kind {
      case .newKey, .lor: self["q_lor"] * self["recipients"]
      case .enc: 0
      case .dec: self["q_dec"]
      case .seal: Int(UInt32.max)
      case .open: self["q_open"]
      }
    }
  }
}

/// The hops `fresh-keys-left` and `fresh-keys-right`.
struct HopToCipher: FreshKeyExperiments {
  let isRight: Bool

  func build<C: AEAD, A: Adversary<FreshKeyQuery<C>, CipherAnswer>>(
    _ adversary: A, _ cipher: C, _ selection: Selection
  ) -> AnyExperiment {
    let keys = selection["recipients"]
    let hop = FreshKeysAreCipher(
      cipher: cipher, isRight: isRight, keysPerChallenge: keys, keys: selection.twin == "shared-key" ? .sharedByChallenge : .fresh
    )
    let (budget, coupling): (Budget<FreshKeyQuery<C>.Kind>, _) = (selection.freshKeyBudget(), selection.coupling)
    if selection.twin == "unflagged" {
      return Shared.hide(DistinguishingExperiment(UnflaggedHop(hop), adversary: adversary, budget: budget, coupling: coupling))
    }
    guard isRight else {
      return Shared.hide(DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: coupling))
    }
    return Shared.hide(
      HopExperiment(
        hop, budget: budget, adversary: adversary, reduction: FreshKeysAreCipher<C>.forger(keysPerChallenge: keys),
        to: { CipherGame(cipher: cipher, record: .everything, isRight: false) }, targetBudget: selection.bridgeBudget(),
        agreement: .everyTrial, coupling: coupling))
  }
}

/// The game of authenticated encryption with a use of the simulation around an adversary against fresh keys.
struct PlayCipherUnderBridge: FreshKeyExperiments {
  func build<C: AEAD, A: Adversary<FreshKeyQuery<C>, CipherAnswer>>(
    _ adversary: A, _ cipher: C, _ selection: Selection
  ) -> AnyExperiment {
    let keys = selection["recipients"]
    let use: FreshKeysFromCipher<C>.Use = selection.adversary.hasPrefix("forger-") ? .forger : .distinguisher
    let reduction = SimulatingReduction(of: FreshKeyGame<C>.self) { FreshKeysFromCipher(use, keysPerChallenge: keys) }
    return Shared.hide(
      AssumptionExperiment(
        left: { CipherGame(cipher: cipher, record: .everything, isRight: false) },
        right: { CipherGame(cipher: cipher, record: .everything, isRight: true) },
        adversary: Reduced(reduction, of: adversary), budget: selection.bridgeBudget(), coupling: selection.coupling))
  }
}

/// Authenticated encryption under fresh keys, left against right.
struct PlayFreshKeysDirectly: FreshKeyExperiments {
  func build<C: AEAD, A: Adversary<FreshKeyQuery<C>, CipherAnswer>>(
    _ adversary: A, _ cipher: C, _ selection: Selection
  ) -> AnyExperiment {
    let keys = selection["recipients"]
    return Shared.hide(
      AssumptionExperiment(
        left: { FreshKeyGame(cipher: cipher, challenge: .left, keysPerChallenge: keys) },
        right: { FreshKeyGame(cipher: cipher, challenge: .right, keysPerChallenge: keys) },
        adversary: adversary, budget: selection.freshKeyBudget(), coupling: selection.coupling))
  }
}
