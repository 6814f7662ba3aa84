public import Coins
internal import GameKit
internal import Primitives

/// What becomes of an authentication tag: for a ledger.
public enum TagEvent: Sendable {
  /// By whoever holds the key.
  case made(SealedCoin)
  case compared(SealedCoin, UInt64, succeeds: Bool)

  /// That of a ciphertext which was sealed, or opened, with whether it does; nil where nobody knows the chances of the cipher.
  init?<C: AEAD>(_ ciphertext: Bytes, _ data: [UInt8], _ key: C.Key, of cipher: C, opens: Bool?) {
    guard let tag = cipher.tag(of: ciphertext, associatedData: data, key: key) else { return nil }
    self = opens.map { .compared(tag.coin, tag.value, succeeds: $0) } ?? .made(tag.coin)
  }
}

extension Journal<TagEvent> {
  /// Writes down that the tag of a ciphertext was made or, where it is said whether it opens, compared; nothing where nobody
  /// knows the chances of the cipher.
  func note<C: AEAD>(_ ciphertext: Bytes, _ data: [UInt8], _ key: C.Key, of cipher: C, opens: Bool? = nil) {
    if let event = TagEvent(ciphertext, data, key, of: cipher, opens: opens) { note(event) }
  }
}

extension AEAD {
  /// The bits of a tag; nil where nobody knows the chances of the cipher.
  var sealedTagBits: Int? {
    candidateKey(0).flatMap { tag(of: Bytes([UInt8](repeating: 0, count: 16)), associatedData: [], key: $0)?.coin.bits }
  }
}

extension Account {
  /// Enters what became of a tag.
  /// - Parameter part: the child of the challenger's coins that it is drawn from.
  mutating func note(_ event: TagEvent, in part: Purpose? = nil) {
    switch event {
    case .made(let coin): open(coin.drawn(in: part))
    case .compared(let coin, let value, let succeeds): guess(.tag, coin.drawn(in: part), value, succeeds: succeeds)
    }
  }
}
