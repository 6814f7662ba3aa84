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
  private var keys: [[C.Key]] = [[], [], []]
  private var tables = [EnvelopeTable(), EnvelopeTable(), EnvelopeTable()]
  private var own: UInt64 = 0

  /// - Parameter ideal: 0 … 3, the layers from the domain key on that encrypt zeros.
  public init(cipher: C, ideal: Int, named: EnvelopeLayer) { (self.cipher, self.ideal, self.named) = (cipher, ideal, named) }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    for layer in EnvelopeLayer.allCases {
      keys[layer.rawValue].removeAll(keepingCapacity: true)
      tables[layer.rawValue].removeAll()
    }
    own = 0
    _ = newKey(.domainKey)
  }

  public mutating func answer(_ query: EnvelopeQuery<C>) -> EnvelopeAnswer {
    switch query {
    case .newKey:
      let number = newKey(.customerKeys)
      return .token(seal(.key(number, keys[1][number]), .domainKey, under: .key(0, keys[0][0]), EnvelopeLayer.domainKey.data))
    case .encrypt(let token, let file, let data):
      guard let customer = open(token, .domainKey, under: .key(0, keys[0][0]), EnvelopeLayer.domainKey.data) else {
        return .nothing
      }
      let number = newKey(.dataKeys), key = EnvelopeContent<C>.key(number, keys[2][number])
      let wrapped = seal(key, .customerKeys, under: customer, EnvelopeLayer.customerKeys.data)
      return .envelope(wrapped: wrapped, seal(.file(file), .dataKeys, under: key, data))
    case .decrypt(let token, let wrapped, let file, let data):
      guard let customer = open(token, .domainKey, under: .key(0, keys[0][0]), EnvelopeLayer.domainKey.data),
        let key = open(wrapped, .customerKeys, under: customer, EnvelopeLayer.customerKeys.data),
        case .file(let message) = open(file, .dataKeys, under: key, data)
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

  private mutating func newKey(_ layer: EnvelopeLayer) -> Int {
    let number = keys[layer.rawValue].count
    let label = EnvelopeLabel.key(number, layer, isNamed: layer == named)
    keys[layer.rawValue].append(cipher.generateKey(for: label, coins: coins))
    return number
  }

  private mutating func seal(
    _ content: EnvelopeContent<C>, _ layer: EnvelopeLayer, under key: EnvelopeContent<C>, _ data: Bytes
  ) -> Bytes {
    guard let value = key.value else { return Bytes([]) }
    let label = EnvelopeLabel.nonce(tables[layer.rawValue].count, layer, isNamed: layer == named)
    let bytes = content.bytes, message = layer.rawValue < ideal ? tables[layer.rawValue].zeros(bytes.count) : bytes
    let ciphertext = cipher.seal(message, associatedData: data.array, key: value, nonce: label, coins: coins)
    tables[layer.rawValue].record(key.number, data, ciphertext, content: content.number)
    if layer == .dataKeys { tables[2].files.append(bytes) }
    return ciphertext
  }

  private mutating func open(
    _ ciphertext: Bytes, _ layer: EnvelopeLayer, under key: EnvelopeContent<C>, _ data: Bytes
  ) -> EnvelopeContent<C>? {
    guard layer.rawValue >= ideal else {
      guard let place = tables[layer.rawValue].place(key.number, data, ciphertext) else { return nil }
      if layer == .dataKeys { return .file(Bytes(tables[2].files[place])) }
      let number = tables[layer.rawValue].contents[place]
      return .key(number, keys[layer.rawValue + 1][number])
    }
    guard let value = key.value,
      let message = cipher.open(ciphertext, associatedData: data.array, key: value, coins: coins).message
    else { return nil }
    return layer == .dataKeys ? .file(message) : C.Key(bytes: message.array).map { .key(EnvelopeTable.foreign, $0) }
  }
}

/// What stands in a ciphertext of some layer.
enum EnvelopeContent<C: AEAD> {
  /// With its number in its layer; `foreign` for one that is known by its value alone.
  case key(Int, C.Key)
  case file(Bytes)

  var number: Int { if case .key(let number, _) = self { number } else { EnvelopeTable.foreign } }
  var value: C.Key? { if case .key(_, let value) = self { value } else { nil } }

  var bytes: [UInt8] {
    switch self {
    case .key(_, let value): value.bytes
    case .file(let file): file.array
    }
  }
}

/// What a layer has encrypted: under which key, and the number of the key within.
struct EnvelopeTable {
  static let foreign = -1
  private var ciphertexts = AppendLog<CipherTriple>()
  private(set) var contents: [Int] = []
  var files: [[UInt8]] = []
  private var lastZeros: [UInt8] = []

  var count: Int { contents.count }

  mutating func removeAll() {
    ciphertexts.removeAll()
    contents.removeAll(keepingCapacity: true)
    files.removeAll(keepingCapacity: true)
  }

  /// What an ideal layer encrypts; its messages are mostly as long as the one before.
  mutating func zeros(_ count: Int) -> [UInt8] {
    if lastZeros.count != count { lastZeros = [UInt8](repeating: 0, count: count) }
    return lastZeros
  }

  mutating func record(_ key: Int, _ data: Bytes, _ ciphertext: Bytes, content: Int) {
    ciphertexts.append(CipherTriple(key: key, data: data, ciphertext: ciphertext))
    contents.append(content)
  }

  mutating func place(_ key: Int, _ data: Bytes, _ ciphertext: Bytes) -> Int? {
    ciphertexts.firstIndex(of: CipherTriple(key: key, data: data, ciphertext: ciphertext))
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
