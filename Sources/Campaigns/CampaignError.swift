internal import Foundation

/// What is wrong with a plan, a shard or a machine: one line that names the place, and a hint.
public struct CampaignError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Decides about the exit status.
  public enum Kind: Sendable { case usage, badInput, unavailable, cannotWrite, notDeterministic }

  public let kind: Kind
  public let message: String
  public let hint: String?

  public init(_ kind: Kind, _ message: String, hint: String? = nil) {
    (self.kind, self.message, self.hint) = (kind, message, hint)
  }

  public var description: String { message + (hint.map { " (\($0))" } ?? "") }

  /// What the system said of a file.
  static func system(_ kind: Kind, _ path: String, _ code: Int32) -> CampaignError {
    CampaignError(kind, "`\(path)`: \(words(code))")
  }

  private static func words(_ code: Int32) -> String {
    let words = String(cString: strerror(code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
