internal import Foundation

/// Whose adversary it is. Names become those of files and lines of reports, so they are nothing that a path or a terminal reads.
public struct StudentName: Hashable, Sendable {
  /// In one spelling, however its accents were typed.
  public let text: String

  /// What keeps a text from being a name.
  public enum Fault: Error, Hashable, Sendable {
    case empty, tooLong, path, unseen, blank

    public var words: String {
      switch self {
      case .empty: "it is empty"
      case .tooLong: "it has more than 200 characters"
      case .path: "it could be read as a path: no `/`, no `\\`, and no dot in front"
      case .unseen: "it has characters that cannot be seen, such as controls"
      case .blank: "it begins or ends with a blank"
      }
    }
  }

  public init(_ text: String) throws(Fault) {
    self.text = text.precomposedStringWithCanonicalMapping
    if text.isEmpty { throw .empty }
    if text.unicodeScalars.count > 200 { throw .tooLong }
    if text.hasPrefix(".") || text.unicodeScalars.contains(where: { $0 == "/" || $0 == "\\" }) { throw .path }
    let hidden: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned]
    if text.unicodeScalars.contains(where: { hidden.contains($0.properties.generalCategory) }) { throw .unseen }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true { throw .blank }
  }
}
