public import DomainKeys

/// A host's request as an HSM receives it: the channel vouches for `requester` (docs/model.md, section 1.1). The adversary can be
/// the requester under a rogue identity only.
public struct ServiceRequest<S: DomainSuite> {
  public enum Command: Hashable, Sendable {
    case encrypt(message: [UInt8], associatedData: [UInt8])
    case decrypt(ciphertext: [UInt8], associatedData: [UInt8])
    /// A customer key is to be drawn, and wrapped under the domain key.
    case createKey
    /// The customer key in a token is to be wrapped anew.
    case rewrap(ExportedKeyToken)
  }

  public let requester: S.Identity
  public let token: Token<S>
  public let handle: Handle
  /// The version of the domain key; nil for the active one, and to decrypt, for whichever opens.
  public let version: Int?
  /// The customer key that is to encrypt or decrypt; nil: the domain key does.
  public let customerKey: ExportedKeyToken?
  public let command: Command

  public init(
    requester: S.Identity, token: Token<S>, handle: Handle, version: Int? = nil, customerKey: ExportedKeyToken? = nil,
    command: Command
  ) {
    self.requester = requester
    self.token = token
    self.handle = handle
    self.version = version
    self.customerKey = customerKey
    self.command = command
  }
}
