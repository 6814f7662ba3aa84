/// A public key to which nothing can be encrypted.
public struct InvalidRecipient: Error, Hashable, Sendable, CustomStringConvertible {
  /// The position among the recipients, from zero.
  public let index: Int
  public let reason: AgreementRefusal

  public init(index: Int, reason: AgreementRefusal) {
    self.index = index
    self.reason = reason
  }

  public var description: String { "recipient \(index) has no valid public key: \(reason.rawValue)" }
}
