/// What has to hold, whatever the adversary does, by name: a word in files, reports and options. What it means is said where it
/// is judged.
public struct Property: RawRepresentable, Codable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
