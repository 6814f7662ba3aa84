import Adversaries
@_spi(Harness) import Coins
import GameKit
import Games
import Primitives
import Referee

/// A perfect hop's trial on a real suite, both worlds in lockstep, against the bare calls of the primitives that the two worlds
/// need: a recipient's key, a challenge for it, and four forgeries that do not open.
///
/// - Parameter specialised: compiled for these types, as the catalogue has it for the calibrated suite only.
func recipientHops<S: HybridScheme>(_ name: String, _ scheme: S, trials: UInt64, specialised: Bool) {
  let adversary = ForgeTag(scheme: scheme, tries: tries, length: 16)
  let budget = Budget<RecipientQuery<S>.Kind> { _ in 8 }
  let realKeys = DistinguishingExperiment(
    RecipientsAreODH(scheme: scheme, world: .real, recipients: 1), adversary: adversary, budget: budget)
  let freshKeys = DistinguishingExperiment(
    RandomKeysAreCipher(scheme: scheme, recipients: 1), adversary: adversary, budget: budget)
  report(
    "hop1false", specialised ? AnyExperiment(realKeys) : AnyExperiment(shared: realKeys), Bare(scheme: scheme, derivesLeft: true),
    name, trials)
  report(
    "hop2", specialised ? AnyExperiment(freshKeys) : AnyExperiment(shared: freshKeys), Bare(scheme: scheme, derivesLeft: false),
    name, trials)
}

private let tries = 4

private func report<S: HybridScheme>(
  _ hop: String, _ experiment: AnyExperiment, _ bare: Bare<S>, _ suite: String, _ trials: UInt64
) {
  let (play, calls) = alternately(trials, { _ = experiment.run(0..<$0, source: source) }, bare.run)
  print(
    "\(hop), \(suite): trial \(rounded(1e6 / play)) µs, its primitives \(rounded(1e6 / calls)) µs, ratio \(rounded(calls / play))"
  )
}

/// The primitives of one trial, without a game around them.
private struct Bare<S: HybridScheme> {
  let scheme: S
  /// Whether keys are derived (`hop1false`) or random (`hop2`).
  let derivesLeft: Bool
  let message = [UInt8](repeating: 0, count: 16)
  let tag: [UInt8] = [0]
  let other: [UInt8] = [1]

  func run(_ trials: UInt64) {
    for trial in 0..<trials {
      let coins = source.coins(trial: trial, role: .challenger)
      for world in 0..<2 { play(isLeft: world == 0, coins) }
    }
  }

  private func play(isLeft: Bool, _ coins: Coins) {
    let recipient = scheme.group.generateKey(for: Label("gen"), coins: coins)
    guard
      let (ephemeral, derived) = try? scheme.makeKeys(
        for: derivesLeft ? [recipient.public] : [], label: Label("lor"), coins: coins)
    else { preconditionFailure("a generated key is a recipient") }
    let key = derived.first ?? scheme.cipher.generateKey(for: Label("rorkey"), coins: coins)
    let part = scheme.seal(message, tag: tag, ephemeral: ephemeral, keys: [key], label: Label("lor"), coins: coins)[0]
    for index in 0..<UInt64(tries) {
      let sealed = scheme.cipher.candidate(index, for: part.sealed) ?? part.sealed
      // On the left of hop1false the recipient derives the key anew each time; elsewhere it is remembered.
      if derivesLeft, isLeft {
        _ = scheme.decrypt(S.Part(ephemeral: ephemeral, sealed: sealed), tag: other, with: recipient.secret, coins: coins)
      } else {
        _ = scheme.cipher.open(sealed, associatedData: other, key: key, coins: coins)
      }
    }
  }
}
