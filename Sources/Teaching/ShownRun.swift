/// A command with what matters of its output.
public struct ShownRun: Hashable, Sendable {
  /// As a shell takes it.
  public let command: String
  /// How it ends.
  public let status: Int32
  /// Lines that it prints, in their order; blanks within them do not count, and `…` ends a line that is cut.
  public let output: [String]

  /// - Parameter line: the command, and behind `# status` how it ends where that is not 0.
  public init(line: String, output: [String]) {
    let halves = line.split(separator: " # status ")
    command = halves.first.map(String.init)?.trimmed ?? ""
    status = halves.dropFirst().first.flatMap { Int32($0.trimmed) } ?? 0
    self.output = output.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// What is shown and was not printed: the first such line; nil if all of it was, in this order.
  public func missing(in printed: String) -> String? {
    var lines = printed.split(separator: "\n").map(\.plain)[...]
    for shown in output {
      let wanted = shown.plain
      let isCut = wanted.hasSuffix("…")
      guard let place = lines.firstIndex(where: { isCut ? $0.hasPrefix(wanted.dropLast()) : $0 == wanted }) else { return shown }
      lines = lines[(place + 1)...]
    }
    return nil
  }
}

extension StringProtocol {
  /// Without the blanks around it.
  var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }

  /// With one blank for each run of them.
  fileprivate var plain: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
