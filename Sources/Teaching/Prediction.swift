/// A question before a run: its options, of which one is right, and why.
public struct Prediction: Hashable, Sendable {
  public let question: String
  public let options: [String]
  /// The place of the right option.
  public let answer: Int
  public let why: String

  /// Lines of a question, `[ ] option` and one `[x] option`, and the reason.
  /// - Throws: what is wrong with them.
  init(_ lines: [String]) throws(TextFault) {
    let marks = lines.indices.filter { lines[$0].hasPrefix("[ ] ") || lines[$0].hasPrefix("[x] ") }
    guard let first = marks.first, let last = marks.last, marks.count == last - first + 1, marks.count > 1 else {
      throw TextFault("a prediction has two options or more, one below the other")
    }
    let right = marks.filter { lines[$0].hasPrefix("[x] ") }
    guard right.count == 1 else { throw TextFault("a prediction has one right option, and this one has \(right.count)") }
    question = lines[..<first].joined(separator: " ").trimmed
    options = marks.map { lines[$0].dropFirst(4).trimmed }
    answer = right[0] - first
    why = lines[(last + 1)...].joined(separator: " ").trimmed
    guard !question.isEmpty, !why.isEmpty else { throw TextFault("a prediction has a question and a reason") }
  }

  /// The option as people name it: a, b, c …
  public static func letter(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(min(max(0, place), 25))))
  }
}
