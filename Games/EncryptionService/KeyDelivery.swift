import Primitives

/// What serves a user's request where key secrecy is asked for the key, by a simulation or a simulator.
enum KeyDelivery {
  /// In honest domains the one that `test` answers, elsewhere that of `corrupt`.
  case key(Bytes, isProtected: Bool)
  case refused(EncryptionServiceAnswer)
}

extension KeyRequest {
  func delivery<Failure: Error>(
    asking ask: (KeySecrecyQuery) throws(Failure) -> KeySecrecyAnswer
  ) throws(Failure) -> KeyDelivery {
    let tested = try ask(.test(self))
    let isProtected = tested != .untested
    return switch isProtected ? tested : try ask(.corrupt(self)) {
    case .key(let key): .key(key, isProtected: isProtected)
    case .refused(let why): .refused(.refused(why))
    default: .refused(.unknown)
    }
  }

  /// A user's `new`: the host checks the token, an HSM adds the key.
  func new<Failure: Error>(
    asking ask: (KeySecrecyQuery) throws(Failure) -> KeySecrecyAnswer
  ) throws(Failure) -> KeySecrecyAnswer {
    let presented = try ask(.present(host: host, token: token))
    guard presented == .done else { return presented }
    return try ask(.addKey(hsm: hsm, token: token, handle: handle))
  }
}
