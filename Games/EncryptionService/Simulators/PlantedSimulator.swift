public import Coins
public import GameKit
public import Primitives

/// The simulator of the proof with a defect. The functionality keeps what is its own; what is left to go wrong an adversary sees.
public struct PlantedSimulator<Base: Suite, Network: Game<KeySecrecyQuery, KeySecrecyAnswer>>: ServiceSimulator {
  public typealias Names = PortedSuite<Base>
  private var sound: EncryptionSimulator<Base, Network>
  private let twin: SimulatorTwin
  private var newest = 0

  public init(_ sound: EncryptionSimulator<Base, Network>, twin: SimulatorTwin) { (self.sound, self.twin) = (sound, twin) }

  public mutating func restart(coins: Coins) {
    newest = 0
    sound.restart(coins: coins)
  }

  public mutating func network(_ query: KeySecrecyQuery) -> KeySecrecyAnswer { noting(sound.network(query)) }

  public mutating func new(_ request: KeyRequest) -> KeySecrecyAnswer {
    var request = request
    if twin == .redirectsHandle { request.handle += 1 }
    return noting(sound.new(request))
  }

  public mutating func failure(of request: KeyRequest, about instance: Int?) throws(Forfeit) -> EncryptionServiceAnswer? {
    switch twin {
    case .givesUp: throw .resigned("the simulator does not know what to do")
    case .dropsBranch where request.token != newest: .impossible
    default: sound.failure(of: request, about: instance)
    }
  }

  public mutating func ciphertext(length: Int, data: Bytes, instance: Int) -> Bytes? {
    guard twin == .opensDomain else { return sound.ciphertext(length: length, data: data, instance: instance) }
    let (key, zeros) = (Bytes(sound.cipher.candidateKey(0)?.bytes ?? []), Bytes([UInt8](repeating: 0, count: length)))
    guard case .ciphertext(let ciphertext) = sound.compute(.seal(key: key, zeros, data: data)) else { return nil }
    return ciphertext
  }

  public mutating func unprotected(_ query: UserQuery) -> EncryptionServiceAnswer { sound.unprotected(query) }
  public mutating func compute(_ query: AttackQuery) -> EncryptionServiceAnswer { sound.compute(query) }

  private mutating func noting(_ answer: KeySecrecyAnswer) -> KeySecrecyAnswer {
    if case .token(let number) = answer { newest = number }
    return answer
  }
}
