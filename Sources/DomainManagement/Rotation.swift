/// A rotation as an HSM is asked for it, beside what it finds in the token.
public struct Rotation<S: DomainSuite>: Sendable {
  /// The token's.
  public let trust: Trust<S>
  public let order: RotationOrder<S>
  public let authorisation: [RotationEndorsement<S>]
  /// The version that is active now.
  public let activeVersion: Int
  /// How many deactivated keys there are now.
  public let deactivated: Int
  /// How many an untrusted coordinator asks to keep, the one that is retired included.
  public let kept: Int

  public init(
    of trust: Trust<S>, _ order: RotationOrder<S>, authorisation: [RotationEndorsement<S>], activeVersion: Int, deactivated: Int,
    kept: Int
  ) {
    (self.trust, self.order, self.authorisation) = (trust, order, authorisation)
    (self.activeVersion, self.deactivated, self.kept) = (activeVersion, deactivated, kept)
  }
}
