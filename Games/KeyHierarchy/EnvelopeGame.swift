// Claim to be broken: somebody tells a service of envelopes from one that encrypts zeros at the uppermost layers and opens there
// what it has made, and nothing else. From the first of these games to the last each layer is one hop:
//
//     Adv  ≤  ε_aead + q_cmk·ε_aead + q_dek·ε_aead
//
// The first term is the domain key's: with the encryption service of the theorem in its place it is that one's advantage.
public import Coins
public import GameKit
public import Primitives

/// Envelope encryption with so many ideal layers.
public struct EnvelopeGame<C: AEAD>: Game {
  let cipher: C
  let ideal: Int
  /// The layer whose draws are named as those of `CipherGame`, which takes its place in a reduction.
  let named: EnvelopeLayer
  private var coins = Coins.beforeTheFirstTrial
  private var layers = InlineArray<3, EnvelopeTable<C>>(repeating: EnvelopeTable())
  private var own: UInt64 = 0

  /// - Parameter ideal: 0 … 3, the layers from the domain key on that encrypt zeros.
  public init(cipher: C, ideal: Int, named: EnvelopeLayer) { (self.cipher, self.ideal, self.named) = (cipher, ideal, named) }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    for layer in EnvelopeLayer.allCases { layers[layer.rawValue].removeAll() }
    own = 0
    _ = newKey(.domainKey)
  }

  public mutating func answer(_ query: EnvelopeQuery<C>) -> EnvelopeAnswer {
    switch query {
    case .newKey: return .token(wrap(newKey(.customerKeys), .domainKey, under: .own(0)))
    case .encrypt(let token, let file, let data):
      guard let customer = openKey(token, .domainKey, under: .own(0)) else { return .nothing }
      let key = newKey(.dataKeys), wrapped = wrap(key, .customerKeys, under: customer)
      return .envelope(wrapped: wrapped, seal(file, under: .own(key), data))
    case .decrypt(let token, let wrapped, let file, let data):
      guard let customer = openKey(token, .domainKey, under: .own(0)),
        let key = openKey(wrapped, .customerKeys, under: customer), let message = openFile(file, under: key, data)
      else { return .nothing }
      return .message(message)
    case .seal(let key, let data, let message):
      own += 1
      return .ciphertext(
        cipher.seal(message.array, associatedData: data.array, key: key, nonce: CipherLabel.ownNonce(own), coins: coins))
    case .open(let key, let data, let ciphertext):
      return cipher.open(ciphertext, associatedData: data.array, key: key, coins: coins).message.map { .message($0) } ?? .nothing
    }
  }

  /// - Returns: its number.
  private mutating func newKey(_ layer: EnvelopeLayer) -> Int {
    let number = layers[layer.rawValue].keys.count
    let key = cipher.generateKey(for: EnvelopeLabel.key(number, layer, isNamed: layer == named), coins: coins)
    layers[layer.rawValue].keys.append(key)
    return number
  }

  private func value(_ key: EnvelopeKey<C>, _ layer: EnvelopeLayer) -> C.Key {
    switch key {
    case .own(let number): layers[layer.rawValue].keys[number]
    case .foreign(let value): value
    }
  }

  private mutating func wrap(_ number: Int, _ layer: EnvelopeLayer, under key: EnvelopeKey<C>) -> Bytes {
    let ciphertext = seal(layers[layer.rawValue + 1].keys[number].bytes, layer, under: key, layer.data)
    if layer.rawValue < ideal { layers[layer.rawValue].record(key.number, ciphertext, key: number) }
    return ciphertext
  }

  private mutating func seal(_ file: Bytes, under key: EnvelopeKey<C>, _ data: Bytes) -> Bytes {
    let ciphertext = seal(file.array, .dataKeys, under: key, data)
    if EnvelopeLayer.dataKeys.rawValue < ideal { layers[2].record(key.number, data, ciphertext, file: file) }
    return ciphertext
  }

  private mutating func seal(
    _ message: [UInt8], _ layer: EnvelopeLayer, under key: EnvelopeKey<C>, _ data: Bytes
  ) -> Bytes {
    let label = EnvelopeLabel.nonce(layers[layer.rawValue].nextSeal(), layer, isNamed: layer == named)
    let written = layer.rawValue < ideal ? layers[layer.rawValue].zeros(message.count) : message
    return cipher.seal(written, associatedData: data.array, key: value(key, layer), nonce: label, coins: coins)
  }

  private mutating func openKey(_ ciphertext: Bytes, _ layer: EnvelopeLayer, under key: EnvelopeKey<C>) -> EnvelopeKey<C>? {
    if layer.rawValue < ideal { return layers[layer.rawValue].key(key.number, ciphertext).map { .own($0) } }
    return cipher.open(ciphertext, associatedData: layer.data.array, key: value(key, layer), coins: coins).message
      .flatMap { EnvelopeKey($0) }
  }

  private mutating func openFile(_ ciphertext: Bytes, under key: EnvelopeKey<C>, _ data: Bytes) -> Bytes? {
    if EnvelopeLayer.dataKeys.rawValue < ideal { return layers[2].file(key.number, data, ciphertext) }
    return cipher.open(ciphertext, associatedData: data.array, key: value(key, .dataKeys), coins: coins).message
  }
}

/// A key of some layer: one of its own by its number, whose value is not always known, or one that a real layer has opened.
enum EnvelopeKey<C: AEAD> {
  case own(Int)
  case foreign(C.Key)

  /// Nil if `message` is no key.
  init?(_ message: Bytes) {
    guard let value = C.Key(bytes: message.array) else { return nil }
    self = .foreign(value)
  }

  var number: Int { if case .own(let number) = self { number } else { -1 } }
}

/// A layer: its keys, and what it has encrypted under which of them. What a real layer has encrypted is not looked up, and not
/// recorded.
struct EnvelopeTable<C: AEAD> {
  var keys: [C.Key] = []
  private var sealed = 0
  private var ciphertexts = AppendLog<CipherTriple>()
  /// Within the ciphertexts: the numbers of keys, or in the lowest layer files.
  private var wrapped: [Int] = []
  private var files: [Bytes] = []
  private var lastZeros: [UInt8] = []

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    sealed = 0
    ciphertexts.removeAll()
    wrapped.removeAll(keepingCapacity: true)
    files.removeAll(keepingCapacity: true)
  }

  /// The number of an encryption that begins.
  mutating func nextSeal() -> Int {
    defer { sealed += 1 }
    return sealed
  }

  /// What an ideal layer encrypts; its messages are mostly as long as the one before.
  mutating func zeros(_ count: Int) -> [UInt8] {
    if lastZeros.count != count { lastZeros = [UInt8](repeating: 0, count: count) }
    return lastZeros
  }

  /// A wrapped key. The data beside it are its layer's, and need no comparison.
  mutating func record(_ key: Int, _ ciphertext: Bytes, key number: Int) {
    ciphertexts.append(CipherTriple(key: key, data: Bytes([]), ciphertext: ciphertext))
    wrapped.append(number)
  }

  mutating func record(_ key: Int, _ data: Bytes, _ ciphertext: Bytes, file: Bytes) {
    ciphertexts.append(CipherTriple(key: key, data: data, ciphertext: ciphertext))
    files.append(file)
  }

  /// The number of the key in a ciphertext.
  mutating func key(_ key: Int, _ ciphertext: Bytes) -> Int? {
    CipherTriple.place(key, Bytes([]), ciphertext, in: &ciphertexts).map { wrapped[$0] }
  }

  mutating func file(_ key: Int, _ data: Bytes, _ ciphertext: Bytes) -> Bytes? {
    CipherTriple.place(key, data, ciphertext, in: &ciphertexts).map { files[$0] }
  }
}

/// The names of the draws of envelopes.
enum EnvelopeLabel {
  static func key(_ number: Int, _ layer: EnvelopeLayer, isNamed: Bool) -> Label {
    isNamed ? CipherLabel.key(number) : Label("envkey", UInt64(layer.rawValue), UInt64(number))
  }

  static func nonce(_ number: Int, _ layer: EnvelopeLayer, isNamed: Bool) -> Label {
    isNamed ? CipherLabel.nonce(UInt64(number)) : Label("envelop", UInt64(layer.rawValue), UInt64(number))
  }
}
