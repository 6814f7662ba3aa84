/// Who made a record: what else may differ between two that say the same.
public struct MakerRecord: Codable, Hashable, Sendable {
  public let version, commit: String
  /// What kind of machine it was, such as `x86_64, 2 cores`.
  public let host: String

  public init(version: String, commit: String, host: String) { (self.version, self.commit, self.host) = (version, commit, host) }

  public var words: String { "version \(version), commit \(commit), on \(host)" }
}
