import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// Multi-recipient encryption, left against right.
struct PlayRecipients: RecipientExperiments {
  func build<A: RecipientAdversary, C: Compilation>(
    _ adversary: A, scheme: A.S, selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    let recipients = selection["recipients"]
    return C.hide(
      AssumptionExperiment(
        left: { RecipientGame(scheme: scheme, keys: .derived, challenge: .left, recipients: recipients) },
        right: { RecipientGame(scheme: scheme, keys: .derived, challenge: .right, recipients: recipients) },
        adversary: adversary, budget: selection.recipientBudget(), coupling: selection.coupling))
  }
}

/// Authenticated encryption under fresh keys, left against right, with B₂ around the adversary.
struct PlayFreshKeys: RecipientExperiments {
  func build<A: RecipientAdversary, C: Compilation>(
    _ adversary: A, scheme: A.S, selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    let recipients = selection["recipients"]
    let reduction = SimulatingReduction(of: RecipientGame<A.S>.self) {
      RecipientsFromCipher(scheme: scheme, recipients: recipients)
    }
    let budget = Budget<FreshKeyQuery<A.S.Cipher>.Kind> { kind in
      switch kind {
      case .lor: selection["q_lor"]
      case .dec: selection["q_dec"]
      case .seal: Int(UInt32.max)
      case .open: selection["q_open"] + selection["q_dec"]
      }
    }
    return C.hide(
      AssumptionExperiment(
        left: { FreshKeyGame(cipher: scheme.cipher, challenge: .left, keysPerChallenge: recipients) },
        right: { FreshKeyGame(cipher: scheme.cipher, challenge: .right, keysPerChallenge: recipients) },
        adversary: Reduced(reduction, of: adversary), budget: budget, coupling: selection.coupling))
  }
}

/// The hops `hop1false`, `hop1true` and `hop2`.
struct PerfectHop: RecipientExperiments {
  enum Name { case realKeys, randomKeys, freshKeys }
  let hop: Name

  func build<A: RecipientAdversary, C: Compilation>(
    _ adversary: A, scheme: A.S, selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    let recipients = selection["recipients"]
    return switch hop {
    case .realKeys:
      build(RecipientsAreODH(scheme: scheme, world: .real, recipients: recipients), adversary, selection, compilation)
    case .randomKeys:
      build(RecipientsAreODH(scheme: scheme, world: .random, recipients: recipients), adversary, selection, compilation)
    case .freshKeys: build(RandomKeysAreCipher(scheme: scheme, recipients: recipients), adversary, selection, compilation)
    }
  }

  private func build<H: Hop, A: RecipientAdversary, C: Compilation>(
    _ hop: H, _ adversary: A, _ selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment
  where H.Query == RecipientQuery<A.S>, H.Answer == RecipientAnswer<A.S> {
    let (budget, coupling): (Budget<RecipientQuery<A.S>.Kind>, _) = (selection.recipientBudget(), selection.coupling)
    guard let twin = selection.twin.flatMap(RecipientTwin.init(rawValue:)) else {
      return C.hide(DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: coupling))
    }
    return Shared.hide(
      DistinguishingExperiment(
        PlantedRecipientHop<A.S, H>(hop, twin: twin), adversary: adversary, budget: budget, coupling: coupling))
  }
}
