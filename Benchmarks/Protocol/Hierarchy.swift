import Adversaries
@_spi(Harness) import Coins
import GameKit
import Games
import Primitives
import Referee

// What a trial below the domain key costs on AES-256-GCM, in all its worlds, beside the calls of the cipher that it makes.

/// A hop, and how many bytes it draws for a message: a nonce, or a context and a nonce.
private typealias Row = (name: String, header: Int, experiment: AnyExperiment)

/// The hops.
/// - Parameter length: of a message, or of a file.
private func experiments<C: DerivingAEAD>(_ cipher: C, length: Int) -> [Row] {
  let budget = Budget<DerivedKeyQuery<C>.Kind> { _ in 16 }
  let fixed = EncryptMessages<C>(message: Bytes([UInt8](repeating: 7, count: length)))
  func nonces(_ contextBits: Int) -> AnyExperiment {
    AnyExperiment(
      DistinguishingExperiment(NonceRepeat(cipher: cipher, contextBits: contextBits), adversary: fixed, budget: budget))
  }
  func derived(isRight: Bool) -> @Sendable () -> DerivedKeyGame<C> {
    { DerivedKeyGame(cipher: cipher, derivation: isRight ? .randomFunction : .function, contextBits: 128) }
  }
  func reduced(isRight: Bool) -> @Sendable () -> SimulatedGame<DerivedKeys<C>> {
    { SimulatedGame(DerivedKeys(cipher: cipher, contextBits: 128), of: DerivationGame(cipher: cipher, isRight: isRight)) }
  }
  let derivation = AssumptionReductionExperiment(
    AssumptionExperiment(left: derived(isRight: false), right: derived(isRight: true), adversary: fixed, budget: budget),
    under: AssumptionExperiment(
      left: reduced(isRight: false), right: reduced(isRight: true), adversary: fixed, budget: budget))
  let (nonce, both) = (cipher.nonceLength, cipher.contextLength + cipher.nonceLength)
  let rows: [Row] = [
    ("nonce-collision", nonce, nonces(0)), ("derived-key", both, nonces(8 * cipher.contextLength)),
    ("derived-key-prf", both, AnyExperiment(derivation)),
  ]
  return rows
    + zip(["envelope-domain", "envelope-customers", "envelope-files"], EnvelopeLayer.allCases).map { name, layer in
      (name, nonce, envelopes(cipher, layer, length: length))
    }
}

private func envelopes<C: DerivingAEAD>(_ cipher: C, _ layer: EnvelopeLayer, length: Int) -> AnyExperiment {
  let budget = Budget<EnvelopeQuery<C>.Kind> { _ in 8 }
  let user = EncryptFiles<C>(file: Bytes([UInt8](repeating: 7, count: length)))
  func game(isRight: Bool) -> @Sendable () -> EnvelopeGame<C> {
    { EnvelopeGame(cipher: cipher, ideal: layer.rawValue + (isRight ? 1 : 0), named: layer) }
  }
  func reduced(isRight: Bool) -> @Sendable () -> SimulatedGame<EnvelopeOverCipher<C>> {
    {
      SimulatedGame(
        EnvelopeOverCipher(cipher: cipher, layer: layer, budget: budget),
        of: CipherGame(cipher: cipher, record: .everything, isRight: isRight))
    }
  }
  return AnyExperiment(
    AssumptionReductionExperiment(
      AssumptionExperiment(left: game(isRight: false), right: game(isRight: true), adversary: user, budget: budget),
      under: AssumptionExperiment(
        left: reduced(isRight: false), right: reduced(isRight: true), adversary: user, budget: budget)))
}

/// Has one message encrypted as often as it may.
private struct EncryptMessages<C: DerivingAEAD>: Adversary {
  typealias Query = DerivedKeyQuery<C>
  typealias Answer = DerivedKeyAnswer<C>
  let message: Bytes

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    while oracle.budget[.use] > 0 { _ = try oracle.ask(.encrypt(message)) }
    return false
  }
}

/// Has a file encrypted under a customer key, again and again, and decrypted.
private struct EncryptFiles<C: AEAD>: Adversary {
  typealias Query = EnvelopeQuery<C>
  typealias Answer = EnvelopeAnswer
  let file: Bytes
  let data = Bytes([9])

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    guard case .token(let token) = try oracle.ask(.newKey) else { return true }
    while oracle.budget[.encrypt] > 0 {
      guard case .envelope(let wrapped, let sealed) = try oracle.ask(.encrypt(token: token, file, data: data)),
        case .message = try oracle.ask(.decrypt(token: token, wrapped: wrapped, sealed, data: data))
      else { return true }
    }
    return false
  }
}

/// The ratio of a trial to its bare calls, for files of a block and of a chunk of the Encryption SDK.
func reportHierarchy(trials: UInt64) {
  for length in [16, 4096] {
    let record = RecordedCipher.Record()
    let recorded = experiments(RecordedCipher(record: record), length: length)
    for (number, row) in experiments(AES256GCM(), length: length).enumerated() {
      let before = record.calls.count
      let tally = recorded[number].experiment.run(1..<3, source: source)
      precondition(tally.forfeits == 0 && tally.violations == 0, "\(row.name) is not played as it should be")
      let calls = Array(record.calls.dropFirst(before)), coins = source.coins(trial: 1, role: .challenger)
      let (play, bare) = alternately(
        trials, { _ = row.experiment.run(1..<(1 + $0), source: source) },
        { trials in for _ in 0..<trials / 2 { AES256GCM().repeats(calls, header: row.header, coins: coins) } })
      print(
        "\(row.name), \(length) bytes: trial \(rounded(1e6 / play)) µs, its \(calls.count / 2) calls of the cipher "
          + "\(rounded(1e6 / bare)) µs, ratio \(rounded(bare / play))")
    }
  }
}
