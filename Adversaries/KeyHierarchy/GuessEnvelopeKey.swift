public import Coins
public import GameKit
public import Games
public import Primitives

/// Tries keys on the ciphertext of one layer of an envelope: who has the key sees whether zeros are in it.
public struct GuessEnvelopeKey<C: AEAD>: Adversary {
  public typealias Query = EnvelopeQuery<C>
  public typealias Answer = EnvelopeAnswer
  let cipher: C
  let layer: EnvelopeLayer
  let tries: Int

  public init(cipher: C, layer: EnvelopeLayer, tries: Int) { (self.cipher, self.layer, self.tries) = (cipher, layer, tries) }

  /// Says "right" when there are.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let data = Bytes([9])
    guard case .token(let token) = try oracle.ask(.newKey),
      case .envelope(let wrapped, let file) = try oracle.ask(.encrypt(token: token, Bytes([1]), data: data))
    else { return false }
    let (ciphertext, authenticated) =
      switch layer {
      case .domainKey: (token, layer.data)
      case .customerKeys: (wrapped, layer.data)
      case .dataKeys: (file, data)
      }
    for index in 0..<UInt64(tries) {
      guard let key = cipher.candidateKey(index) else { return false }
      if case .message(let message) = try oracle.ask(.open(key, data: authenticated, ciphertext)) {
        return message.array.allSatisfy { $0 == 0 }
      }
    }
    return false
  }
}

/// Makes the ciphertexts of an envelope from one layer on, under a guess of that layer's key and keys of its own below: it is
/// decrypted if the guess is right and the layer opens more than the service has made.
public struct SealAndDecrypt<C: AEAD>: Adversary {
  public typealias Query = EnvelopeQuery<C>
  public typealias Answer = EnvelopeAnswer
  let cipher: C
  let layer: EnvelopeLayer

  public init(cipher: C, layer: EnvelopeLayer) { (self.cipher, self.layer) = (cipher, layer) }

  /// Says "right" when nothing is.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let (data, text) = (Bytes([9]), Bytes([1])), own = cipher.generateKey(for: Label("own"), coins: coins)
    func made(_ key: C.Key, _ data: Bytes, _ message: Bytes) throws(Forfeit) -> Bytes {
      guard case .ciphertext(let made) = try oracle.ask(.seal(key, data: data, message)) else { return Bytes([]) }
      return made
    }
    guard case .token(var token) = try oracle.ask(.newKey),
      case .envelope(var wrapped, var file) = try oracle.ask(.encrypt(token: token, text, data: data))
    else { return true }
    if layer == .domainKey { wrapped = try made(own, EnvelopeLayer.customerKeys.data, Bytes(own.bytes)) }
    if layer != .dataKeys { file = try made(own, data, text) }
    var index: UInt64 = 0
    while oracle.budget[.decrypt] > 0, oracle.budget[.seal] > 0, let key = cipher.candidateKey(index) {
      switch layer {
      case .domainKey: token = try made(key, layer.data, Bytes(own.bytes))
      case .customerKeys: wrapped = try made(key, layer.data, Bytes(own.bytes))
      case .dataKeys: file = try made(key, data, text)
      }
      if try oracle.ask(.decrypt(token: token, wrapped: wrapped, file, data: data)) == .message(text) { return false }
      index += 1
    }
    return true
  }
}

/// Guesses the tag of a token whose body it has changed, or of a file under other data.
public struct ForgeEnvelope<C: AEAD>: Adversary {
  public typealias Query = EnvelopeQuery<C>
  public typealias Answer = EnvelopeAnswer
  let cipher: C
  let layer: EnvelopeLayer

  public init(cipher: C, layer: EnvelopeLayer) { (self.cipher, self.layer) = (cipher, layer) }

  /// Says "right" when none opens.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let (data, other) = (Bytes([9]), Bytes([8]))
    guard case .token(let token) = try oracle.ask(.newKey),
      case .envelope(let wrapped, let file) = try oracle.ask(.encrypt(token: token, Bytes([]), data: data))
    else { return false }
    // The nonce has eight bytes or twelve, and the body follows.
    var changed = token.array
    changed[12] ^= 1
    var index: UInt64 = 0
    while oracle.budget[layer == .domainKey ? .encrypt : .decrypt] > 0 {
      guard let candidate = cipher.candidate(index, for: layer == .domainKey ? Bytes(changed) : file) else { return false }
      let attempt: Query =
        layer == .domainKey
        ? .encrypt(token: candidate, Bytes([]), data: data)
        : .decrypt(token: token, wrapped: wrapped, candidate, data: other)
      if try oracle.ask(attempt) != .nothing { return false }
      index += 1
    }
    return true
  }
}

/// Makes random queries of every kind, with what it has seen in other places and under other data. It says whether something
/// opened that is not what was put there.
public struct FuzzEnvelopes<C: AEAD>: Adversary {
  public typealias Query = EnvelopeQuery<C>
  public typealias Answer = EnvelopeAnswer
  let cipher: C
  let queries: Int

  public init(cipher: C, queries: Int) { (self.cipher, self.queries) = (cipher, queries) }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let own = cipher.generateKey(for: Label("own"), coins: coins)
    var seen = [Bytes([])], opened = false
    for round in 0..<UInt64(queries) {
      func pick(_ below: Int, _ what: UInt64) -> Int { Int(coins.uniform(below: UInt64(below), for: Label("fuzz", round, what))) }
      func old(_ what: UInt64) -> Bytes {
        let one = seen[pick(seen.count, what)]
        return pick(4, what + 10) == 0 ? cipher.candidate(UInt64(pick(4, what + 20)), for: one) ?? one : one
      }
      let data = Bytes([UInt8(pick(3, 1))])
      let query: Query =
        switch pick(8, 0) {
        case 0: .newKey
        case 1: .seal(own, data: data, Bytes(own.bytes))
        case 2: .open(own, data: data, old(2))
        case 3, 4: .encrypt(token: old(3), Bytes([7]), data: data)
        default: .decrypt(token: old(4), wrapped: old(5), old(6), data: data)
        }
      guard oracle.budget[query.kind] > 0 else { continue }
      switch try oracle.ask(query) {
      case .token(let token), .ciphertext(let token): seen.append(token)
      case .envelope(let wrapped, let file): seen += [wrapped, file]
      case .message(let message): if case .decrypt = query, message != Bytes([7]) { opened = true }
      case .nothing: break
      }
    }
    return opened
  }
}
