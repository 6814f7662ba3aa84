import GameKit
import Primitives

/// What every simulation of the multi-recipient game keeps, whoever holds the secret keys: generated keys and produced
/// ciphertexts.
///
/// Mirrors the state of `MRPKE_lor` (EasyCrypt, MRPKE).
struct RecipientLedger<S: HybridScheme>: Sendable {
  struct Produced: Hashable, Sendable {
    let key: S.PublicKey
    let tag: Bytes
    let part: S.Part
  }

  /// The most recipients of one encryption.
  let recipients: Int
  var registered = AppendLog<S.PublicKey>()
  private(set) var produced = AppendLog<Produced>()
  /// The number of challenges that were answered.
  private(set) var challenges: UInt64 = 0

  init(recipients: Int) { self.recipients = recipients }

  mutating func removeAll() {
    registered.removeAll()
    produced.removeAll()
    challenges = 0
  }

  /// Registers a generated key; says whether it is new. After a collision the first secret key stays.
  mutating func register(_ key: S.PublicKey) -> Bool {
    guard !registered.contains(key) else { return false }
    registered.append(key)
    return true
  }

  /// Why a challenge is not answered, nil if it is.
  mutating func objection(to recipients: [S.PublicKey], _ left: Bytes, _ right: Bytes) -> RecipientRefusal? {
    guard recipients.count <= self.recipients else { return .tooManyRecipients }
    for recipient in recipients where !registered.contains(recipient) { return .unknownKey }
    guard !recipients.hasRepetition else { return .repeatedRecipient }
    return left.array.count == right.array.count ? nil : .unequalLengths
  }

  /// Why a decryption is not answered, nil if it is.
  mutating func objection(toOpening part: S.Part, tag: Bytes, for key: S.PublicKey) -> RecipientRefusal? {
    guard registered.contains(key) else { return .unknownKey }
    return produced.contains(Produced(key: key, tag: tag, part: part)) ? .challengeCiphertext : nil
  }

  /// Records a challenge that was answered.
  mutating func record(_ parts: [S.Part], to recipients: [S.PublicKey], tag: Bytes) {
    challenges += 1
    for (key, part) in zip(recipients, parts) { produced.append(Produced(key: key, tag: tag, part: part)) }
  }

  func relation(to other: Self) -> Relation {
    guard registered.agrees(with: other.registered) else { return .broken("generated keys") }
    guard produced.agrees(with: other.produced) else { return .broken("produced ciphertexts") }
    return .holds
  }
}

extension Array where Element: Equatable {
  var hasRepetition: Bool { indices.contains { self[..<$0].contains(self[$0]) } }
}
