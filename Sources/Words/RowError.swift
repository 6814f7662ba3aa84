/// A row that cannot stand in a list: which, and why.
public struct RowError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }

  /// Refuses new names of which one is no name, or stands twice, or in the list already.
  /// - Parameter what: what the rows are, such as "rule".
  public static func check(_ what: String, _ names: [String], beside known: [String]) throws(RowError) {
    var known = Set(known)
    for name in names {
      let scalars = name.unicodeScalars
      guard let first = scalars.first, "a"..."z" ~= first,
        scalars.allSatisfy({ "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "-" || $0 == "." })
      else {
        throw RowError("the \(what) `\(name)` needs a name of lower-case letters, digits, `-` and `.` that begins with a letter")
      }
      guard known.insert(name).inserted else { throw RowError("the \(what) `\(name)` stands twice") }
    }
  }
}
