// Claim: the game of envelopes with i ideal layers is the cipher game, left, under this simulation, which has its layer i in the
// cipher game; and with one ideal layer more it is the cipher game, right.
public import Coins
public import GameKit
public import Primitives
internal import Records

/// B: one layer's keys are those of the cipher game, the layers above it are ideal, and those below are its own.
public struct EnvelopeOverCipher<C: AEAD>: Simulation {
  public typealias Query = EnvelopeQuery<C>
  public typealias Answer = EnvelopeAnswer
  public typealias Inner = CipherGame<C>

  /// A planted defect.
  public enum Defect: String, Sendable {
    /// The left messages are zeros, too.
    case zerosOnBothSides = "zeros-on-both-sides"
  }

  let cipher: C
  let layer: EnvelopeLayer
  let defect: Defect?
  private let full: Budget<EnvelopeQuery<C>.Kind>
  /// What stands for a challenged key: zeros of its length.
  private let hidden: [UInt8]
  private var coins = Coins.beforeTheFirstTrial
  /// How many keys of the layer the cipher game has.
  private var challenged = 0
  private var layers = InlineArray<3, EnvelopeTable<C>>(repeating: EnvelopeTable())

  /// - Parameter budget: of whoever plays the envelopes; the cipher game's has to be large enough.
  public init(cipher: C, layer: EnvelopeLayer, budget: Budget<EnvelopeQuery<C>.Kind>, defect: Defect? = nil) {
    (self.cipher, self.layer, full, self.defect) = (cipher, layer, budget, defect)
    hidden = [UInt8](repeating: 0, count: cipher.candidateKey(0)?.bytes.count ?? 0)
  }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    challenged = 0
    for layer in EnvelopeLayer.allCases { layers[layer.rawValue].removeAll() }
  }

  public func budget(within inner: Budget<CipherQuery<C>.Kind>) -> Budget<EnvelopeQuery<C>.Kind> { full }

  public mutating func answer(
    _ query: EnvelopeQuery<C>, asking oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> EnvelopeAnswer {
    if layers[0].keys.isEmpty, challenged == 0 || layer != .domainKey { _ = try newKey(.domainKey, &oracle) }
    switch query {
    case .newKey: return .token(try wrap(try newKey(.customerKeys, &oracle), .domainKey, under: .own(0), &oracle))
    case .encrypt(let token, let file, let data):
      guard let customer = try openKey(token, .domainKey, under: .own(0), &oracle) else { return .nothing }
      let key = try newKey(.dataKeys, &oracle), wrapped = try wrap(key, .customerKeys, under: customer, &oracle)
      return .envelope(wrapped: wrapped, try seal(file, under: .own(key), data, &oracle))
    case .decrypt(let token, let wrapped, let file, let data):
      guard let customer = try openKey(token, .domainKey, under: .own(0), &oracle),
        let key = try openKey(wrapped, .customerKeys, under: customer, &oracle),
        let message = try openFile(file, under: key, data, &oracle)
      else { return .nothing }
      return .message(message)
    case .seal(let key, let data, let message):
      guard case .ciphertext(let ciphertext) = try oracle.ask(.seal(key, data: data, message)) else { return .nothing }
      return .ciphertext(ciphertext)
    case .open(let key, let data, let ciphertext):
      guard case .message(let message) = try oracle.ask(.open(key, data: data, ciphertext)) else { return .nothing }
      return .message(message)
    }
  }

  /// - Returns: its number; of the challenged layer only the cipher game knows the value.
  private mutating func newKey(
    _ layer: EnvelopeLayer, _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> Int {
    if layer == self.layer {
      _ = try oracle.ask(.newKey)
      challenged += 1
      return challenged - 1
    }
    let number = layers[layer.rawValue].keys.count
    let key = cipher.generateKey(for: EnvelopeLabel.key(number, layer, isNamed: false), coins: coins)
    layers[layer.rawValue].keys.append(key)
    return number
  }

  /// Of a layer that is not challenged.
  private func value(_ key: EnvelopeKey<C>, _ layer: EnvelopeLayer) -> C.Key {
    switch key {
    case .own(let number): layers[layer.rawValue].keys[number]
    case .foreign(let value): value
    }
  }

  private mutating func wrap(
    _ number: Int, _ layer: EnvelopeLayer, under key: EnvelopeKey<C>,
    _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> Bytes {
    // A challenged key is in an ideal layer, where its length is all that counts.
    let below = layer.rawValue + 1, message = below == self.layer.rawValue ? hidden : layers[below].keys[number].bytes
    let ciphertext = try seal(message, layer, under: key, layer.data, &oracle)
    if layer.rawValue <= self.layer.rawValue { layers[layer.rawValue].record(key.number, ciphertext, key: number) }
    return ciphertext
  }

  private mutating func seal(
    _ file: Bytes, under key: EnvelopeKey<C>, _ data: Bytes, _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> Bytes {
    let ciphertext = try seal(file.array, .dataKeys, under: key, data, &oracle)
    if layer == .dataKeys { layers[2].record(key.number, data, ciphertext, file: file) }
    return ciphertext
  }

  private mutating func seal(
    _ message: [UInt8], _ layer: EnvelopeLayer, under key: EnvelopeKey<C>, _ data: Bytes,
    _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> Bytes {
    let place = layer.rawValue
    guard layer != self.layer else {
      let right = Bytes(layers[place].zeros(message.count)), left = defect == .zerosOnBothSides ? right : Bytes(message)
      let answer = try oracle.ask(.lor(key: key.number, left, right, data: data))
      return if case .ciphertext(let ciphertext) = answer { ciphertext } else { Bytes([]) }
    }
    let label = EnvelopeLabel.nonce(layers[place].nextSeal(), layer, isNamed: false)
    let written = place < self.layer.rawValue ? layers[place].zeros(message.count) : message
    return cipher.seal(written, associatedData: data.array, key: value(key, layer), nonce: label, coins: coins)
  }

  private mutating func openKey(
    _ ciphertext: Bytes, _ layer: EnvelopeLayer, under key: EnvelopeKey<C>,
    _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> EnvelopeKey<C>? {
    if layer.rawValue <= self.layer.rawValue, let number = layers[layer.rawValue].key(key.number, ciphertext) {
      return .own(number)
    }
    return try opened(ciphertext, layer, under: key, layer.data, &oracle).flatMap { EnvelopeKey($0) }
  }

  private mutating func openFile(
    _ ciphertext: Bytes, under key: EnvelopeKey<C>, _ data: Bytes, _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> Bytes? {
    if layer == .dataKeys, let file = layers[2].file(key.number, data, ciphertext) { return file }
    return try opened(ciphertext, .dataKeys, under: key, data, &oracle)
  }

  /// What opens and was not made here: nothing, in an ideal layer.
  private func opened(
    _ ciphertext: Bytes, _ layer: EnvelopeLayer, under key: EnvelopeKey<C>, _ data: Bytes,
    _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> Bytes? {
    if layer.rawValue < self.layer.rawValue { return nil }
    guard layer == self.layer else {
      return cipher.open(ciphertext, associatedData: data.array, key: value(key, layer), coins: coins).message
    }
    let answer = try oracle.ask(.dec(key: key.number, data: data, ciphertext))
    return if case .message(let forged) = answer { forged } else { nil }
  }
}

extension HopFacts {
  public static let envelopeDomain = envelope(
    "envelope-domain", "tokens of customer keys, or of zeros", "domain key", bound: "ε_aead")
  public static let envelopeCustomers = envelope(
    "envelope-customers", "wrapped data keys, or wrapped zeros", "customer keys", bound: "q_cmk" * "ε_aead")
  public static let envelopeFiles = envelope(
    "envelope-files", "encrypted files, or encrypted zeros", "data keys", bound: "q_dek" * "ε_aead")

  /// From envelopes to ideal encryption.
  public static let envelopeSequence = [envelopeDomain, envelopeCustomers, envelopeFiles]

  private static func envelope(_ name: String, _ title: String, _ keys: String, bound: Bound) -> HopFacts {
    HopFacts(
      name, title,
      claim: """
        A domain key wraps customer keys, a customer key wraps data keys, a data key encrypts a file. From the domain key on \
        one layer after the other becomes ideal: it encrypts zeros, and opens what it has made and nothing else. Here it is \
        that of the \(keys). Left and right are the cipher game, left and right, under B, which has the keys of that layer there:
            |Pr[A = 1 right] − Pr[A = 1 left]| = Adv(aead, B(A)) ≤ \(bound)
        Before them stands the encryption service of the theorem, whose domain key wraps the customer keys.
        """, bound: bound,
      source:
        "AWS KMS cryptographic details, key hierarchy; Campagna and Gueron, Key management systems at the cloud scale [ours]")
  }
}
