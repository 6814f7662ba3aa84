import GameKit
import Primitives

/// What serves users' requests on key secrecy: the game as an adversary has it.
extension Oracle where Query == KeySecrecyQuery, Answer == KeySecrecyAnswer {
  /// A user's `new`: the host checks the token, an HSM adds the key.
  mutating func new(_ request: KeyRequest) throws(Forfeit) -> KeySecrecyAnswer {
    let presented = try ask(.present(host: request.host, token: request.token))
    guard presented == .done else { return presented }
    return try ask(.addKey(hsm: request.hsm, token: request.token, handle: request.handle))
  }

  /// The key of a request: in honest domains the one that `test` answers, elsewhere that of `corrupt`.
  mutating func delivery(_ request: KeyRequest) throws(Forfeit) -> KeyDelivery {
    let tested = try ask(.test(request))
    let isProtected = tested != .untested
    return switch isProtected ? tested : try ask(.corrupt(request)) {
    case .key(let key): .key(key, isProtected: isProtected)
    case .refused(let why): .refused(.refused(why))
    default: .refused(.unknown)
    }
  }
}

enum KeyDelivery {
  case key(Bytes, isProtected: Bool)
  case refused(EncryptionServiceAnswer)
}
