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
  private var keys: [[C.Key]] = [[], [], []]
  /// How many keys of the layer the cipher game has.
  private var challenged = 0
  private var tables = [EnvelopeTable(), EnvelopeTable(), EnvelopeTable()]

  /// - Parameter budget: of whoever plays the envelopes; the cipher game's has to be large enough.
  public init(cipher: C, layer: EnvelopeLayer, budget: Budget<EnvelopeQuery<C>.Kind>, defect: Defect? = nil) {
    (self.cipher, self.layer, full, self.defect) = (cipher, layer, budget, defect)
    hidden = [UInt8](repeating: 0, count: cipher.candidateKey(0)?.bytes.count ?? 0)
  }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    challenged = 0
    for layer in EnvelopeLayer.allCases {
      keys[layer.rawValue].removeAll(keepingCapacity: true)
      tables[layer.rawValue].removeAll()
    }
  }

  public func budget(within inner: Budget<CipherQuery<C>.Kind>) -> Budget<EnvelopeQuery<C>.Kind> { full }

  public mutating func answer(
    _ query: EnvelopeQuery<C>, asking oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> EnvelopeAnswer {
    if keys[0].isEmpty, challenged == 0 || layer != .domainKey { _ = try newKey(.domainKey, &oracle) }
    switch query {
    case .newKey:
      let key = try newKey(.customerKeys, &oracle)
      return .token(try seal(key, .domainKey, under: domainKey, EnvelopeLayer.domainKey.data, &oracle))
    case .encrypt(let token, let file, let data):
      guard let customer = try open(token, .domainKey, under: domainKey, EnvelopeLayer.domainKey.data, &oracle) else {
        return .nothing
      }
      let key = try newKey(.dataKeys, &oracle)
      let wrapped = try seal(key, .customerKeys, under: customer, EnvelopeLayer.customerKeys.data, &oracle)
      return .envelope(wrapped: wrapped, try seal(.file(file), .dataKeys, under: key, data, &oracle))
    case .decrypt(let token, let wrapped, let file, let data):
      guard let customer = try open(token, .domainKey, under: domainKey, EnvelopeLayer.domainKey.data, &oracle),
        let key = try open(wrapped, .customerKeys, under: customer, EnvelopeLayer.customerKeys.data, &oracle),
        case .file(let message) = try open(file, .dataKeys, under: key, data, &oracle)
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

  /// A key by its number; of the challenged layer only the cipher game knows the value.
  private enum Content {
    case challenged(Int)
    case key(Int, C.Key)
    case file(Bytes)

    var number: Int {
      switch self {
      case .challenged(let number), .key(let number, _): number
      case .file: EnvelopeTable.foreign
      }
    }
  }

  private var domainKey: Content { layer == .domainKey ? .challenged(0) : .key(0, keys[0][0]) }

  private mutating func newKey(
    _ layer: EnvelopeLayer, _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> Content {
    if layer == self.layer {
      _ = try oracle.ask(.newKey)
      challenged += 1
      return .challenged(challenged - 1)
    }
    let number = keys[layer.rawValue].count
    let key = cipher.generateKey(for: EnvelopeLabel.key(number, layer, isNamed: false), coins: coins)
    keys[layer.rawValue].append(key)
    return .key(number, key)
  }

  /// The bytes of a content; of a challenged key it is in an ideal layer, and its length is all that counts.
  private func bytes(_ content: Content) -> [UInt8] {
    switch content {
    case .challenged: hidden
    case .key(_, let value): value.bytes
    case .file(let file): file.array
    }
  }

  private mutating func seal(
    _ content: Content, _ layer: EnvelopeLayer, under key: Content, _ data: Bytes,
    _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> Bytes {
    let message = bytes(content)
    var ciphertext = Bytes([])
    switch key {
    case .challenged(let number):
      let right = Bytes(tables[layer.rawValue].zeros(message.count)), left = defect == .zerosOnBothSides ? right : Bytes(message)
      if case .ciphertext(let made) = try oracle.ask(.lor(key: number, left, right, data: data)) { ciphertext = made }
    case .key(_, let value):
      let label = EnvelopeLabel.nonce(tables[layer.rawValue].count, layer, isNamed: false)
      let written = layer.rawValue < self.layer.rawValue ? tables[layer.rawValue].zeros(message.count) : message
      ciphertext = cipher.seal(written, associatedData: data.array, key: value, nonce: label, coins: coins)
    case .file: break
    }
    tables[layer.rawValue].record(key.number, data, ciphertext, content: content.number)
    if layer == .dataKeys { tables[2].files.append(message) }
    return ciphertext
  }

  private mutating func open(
    _ ciphertext: Bytes, _ layer: EnvelopeLayer, under key: Content, _ data: Bytes,
    _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> Content? {
    var message: Bytes?
    switch key {
    case .challenged(let number):
      if let place = tables[layer.rawValue].place(number, data, ciphertext) { return recorded(place, layer) }
      if case .message(let forged) = try oracle.ask(.dec(key: number, data: data, ciphertext)) { message = forged }
    case .key(let number, let value):
      guard layer.rawValue >= self.layer.rawValue else {
        guard let place = tables[layer.rawValue].place(number, data, ciphertext) else { return nil }
        return recorded(place, layer)
      }
      message = cipher.open(ciphertext, associatedData: data.array, key: value, coins: coins).message
    case .file: break
    }
    guard let message else { return nil }
    return layer == .dataKeys ? .file(message) : C.Key(bytes: message.array).map { .key(EnvelopeTable.foreign, $0) }
  }

  /// What was encrypted there.
  private func recorded(_ place: Int, _ layer: EnvelopeLayer) -> Content {
    if layer == .dataKeys { return .file(Bytes(tables[2].files[place])) }
    let number = tables[layer.rawValue].contents[place]
    return layer.rawValue + 1 == self.layer.rawValue ? .challenged(number) : .key(number, keys[layer.rawValue + 1][number])
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
