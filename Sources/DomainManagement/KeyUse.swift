/// What a domain key is asked for.
public enum KeyUse: Hashable, Sendable, CaseIterable {
  /// Users' data.
  case encrypt, decrypt
  /// Customer keys: into an exported key token, and out of one, to use them or to wrap them anew.
  case wrap, unwrap
  /// Users' data with the associated data of key tokens: to make a token of a key that the host knows, and to read one.
  case encryptAsToken, decryptToken

  public var encrypts: Bool { [.encrypt, .wrap, .encryptAsToken].contains(self) }
  public var isOfCustomerKey: Bool { [.wrap, .unwrap].contains(self) }
  /// Whether it takes data for a key, or a key for data.
  public var confuses: Bool { [.encryptAsToken, .decryptToken].contains(self) }

  init<S: DomainSuite>(of command: ServiceRequest<S>.Command) {
    self =
      switch command {
      case .encrypt(_, ExportedKeyToken.associatedData): .encryptAsToken
      case .encrypt: .encrypt
      case .decrypt(_, ExportedKeyToken.associatedData): .decryptToken
      case .decrypt: .decrypt
      case .createKey: .wrap
      case .rewrap: .unwrap
      }
  }
}
