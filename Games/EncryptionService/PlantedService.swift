public import Coins
public import GameKit
internal import Primitives

/// A world of the encryption service with a defect.
public struct PlantedService<World: Game<EncryptionServiceQuery, EncryptionServiceAnswer>>: Game {
  private(set) var world: World
  private let twin: ServiceTwin
  private var made: [Made] = []

  private struct Made {
    let request: KeyRequest
    let message: Bytes
    let data: Bytes
    /// As the world made it, and as it was given out.
    let inner: Bytes
    let ciphertext: Bytes
  }

  public init(_ world: World, twin: ServiceTwin) { (self.world, self.twin) = (world, twin) }

  public mutating func restart(coins: Coins) {
    world.restart(coins: coins)
    made.removeAll(keepingCapacity: true)
  }

  public mutating func answer(_ query: EncryptionServiceQuery) -> EncryptionServiceAnswer {
    switch query {
    case .environment(.encrypt(let request, let message, let data)): return encrypt(request, message, data)
    case .environment(.decrypt(let request, let ciphertext, let data)):
      let own = made.first { $0.ciphertext == ciphertext && $0.data == data }
      let answer = world.answer(.decrypt(request, own?.inner ?? ciphertext, data: data))
      switch (twin, answer) {
      case (.forgetful, .message) where made.first?.ciphertext == ciphertext: return .impossible
      case (.dataBlind, .refused):
        return made.first { $0.ciphertext == ciphertext && $0.data != data }.map {
          world.answer(.decrypt(request, ciphertext, data: $0.data))
        } ?? answer
      case (.handleForInstance, .refused) where own?.request.handle == request.handle, (.lengthless, .message):
        return own.map { .message($0.message) } ?? answer
      default: return answer
      }
    case .environment(.new), .adversary: return world.answer(query)
    }
  }

  private mutating func encrypt(_ request: KeyRequest, _ message: Bytes, _ data: Bytes) -> EncryptionServiceAnswer {
    let answer = world.answer(.encrypt(request, twin == .lengthless ? Bytes([]) : message, data: data))
    guard case .ciphertext(let inner) = answer else { return answer }
    var ciphertext = inner
    // The middle of a ciphertext is body or tag: either way the byte can be seen.
    if twin == .leaky, let first = message.array.first, ciphertext.array.count > 16 {
      ciphertext.array[ciphertext.array.count / 2] ^= first
    }
    made.append(Made(request: request, message: message, data: data, inner: inner, ciphertext: ciphertext))
    return .ciphertext(ciphertext)
  }
}

/// A hop whose right world has a defect. Lockstep must refute it.
public struct PlantedServiceHop<Sound: Hop>: Hop
where Sound.Query == EncryptionServiceQuery, Sound.Answer == EncryptionServiceAnswer {
  public typealias Query = EncryptionServiceQuery
  public typealias Answer = EncryptionServiceAnswer
  let sound: Sound
  let twin: ServiceTwin

  public init(_ sound: Sound, twin: ServiceTwin) { (self.sound, self.twin) = (sound, twin) }

  public var left: Sound.Left { sound.left }
  public var right: PlantedService<Sound.Right> { PlantedService(sound.right, twin: twin) }
  public func isBad(_ left: borrowing Sound.Left) -> Bool { sound.isBad(left) }
  public func relation(_ left: borrowing Sound.Left, _ right: borrowing PlantedService<Sound.Right>) -> Relation {
    sound.relation(left, right.world)
  }
}
