import Coins
import Primitives
import Synchronization

/// A cipher that writes down what it is called with, so that the same calls can be made again with no game around them.
struct RecordedCipher: DerivingAEAD {
  typealias Key = AES256GCM.Key

  enum Call: Sendable {
    case key(Label)
    case drawnSeal([UInt8], data: [UInt8], Key, Label)
    /// Under a nonce that was drawn before, by itself or with a context.
    case seal([UInt8], data: [UInt8], Key)
    case open(Bytes, data: [UInt8], Key)
    case derive(Key, context: [UInt8])
    case commit(Key)
  }

  final class Record: Sendable {
    private let list = Mutex<[Call]>([])

    func note(_ call: Call) { list.withLock { $0.append(call) } }
    var calls: [Call] { list.withLock { $0 } }
  }

  let base = AES256GCM()
  let record: Record

  var nonceBits: Int { base.nonceBits }
  var nonceLength: Int { base.nonceLength }
  var tagLength: Int { base.tagLength }
  var contextLength: Int { base.contextLength }

  func generateKey(for label: Label, coins: Coins) -> Key {
    record.note(.key(label))
    return base.generateKey(for: label, coins: coins)
  }
  func seal(_ message: [UInt8], associatedData: [UInt8], key: Key, nonce label: Label, coins: Coins) -> Bytes {
    record.note(.drawnSeal(message, data: associatedData, key, label))
    return base.seal(message, associatedData: associatedData, key: key, nonce: label, coins: coins)
  }
  func seal(_ message: [UInt8], associatedData: [UInt8], key: Key, nonce: [UInt8], coins: Coins) -> Bytes {
    record.note(.seal(message, data: associatedData, key))
    return base.seal(message, associatedData: associatedData, key: key, nonce: nonce)
  }
  func open(_ ciphertext: Bytes, associatedData: [UInt8], key: Key, coins: Coins) -> Opening {
    record.note(.open(ciphertext, data: associatedData, key))
    return base.open(ciphertext, associatedData: associatedData, key: key, coins: coins)
  }
  func key(derivedFrom key: Key, context: [UInt8], coins: Coins) -> Key {
    record.note(.derive(key, context: context))
    return base.key(derivedFrom: key, context: context, coins: coins)
  }
  func committed(_ key: Key, coins: Coins) -> (key: Key, commitment: [UInt8]) {
    record.note(.commit(key))
    return base.committed(key, coins: coins)
  }
  func candidate(_ index: UInt64, for ciphertext: Bytes) -> Bytes? { base.candidate(index, for: ciphertext) }
}

extension AES256GCM {
  /// The same calls, bare. What they draw is as long as it was, the nonce of a seal included: it is the end of what was drawn for
  /// it, of `header` bytes. A key is expanded for each call, as it is for a game: neither side keeps a cipher's context, and HMAC
  /// begins anew for each derived key. Which nonces were drawn is not remembered, nor what was made: that is the game's.
  func repeats(_ calls: [RecordedCipher.Call], header: Int, coins: Coins) {
    for (number, call) in calls.enumerated() {
      switch call {
      case .key(let label): _ = generateKey(for: label, coins: coins)
      case .drawnSeal(let message, let data, let key, let label):
        _ = seal(message, associatedData: data, key: key, nonce: label, coins: coins)
      case .seal(let message, let data, let key):
        let drawn = coins.bytes(header, for: Label("header", UInt64(number)))
        let nonce = header == nonceLength ? drawn : Array(drawn.suffix(nonceLength))
        _ = seal(message, associatedData: data, key: key, nonce: nonce)
      case .open(let ciphertext, let data, let key): _ = open(ciphertext, associatedData: data, key: key, coins: coins)
      case .derive(let key, let context): _ = self.key(derivedFrom: key, context: context, coins: coins)
      case .commit(let key): _ = committed(key, coins: coins)
      }
    }
  }
}
