/// Rules for the files in C: between the start of a process and its program nobody else would notice what failed.
enum CRules {
  /// Calls that answer nothing, or do not come back.
  private static let silent: Set = ["_exit", "execute", "fail", "lead"]
  /// Their answers say nothing that is not known before.
  private static let known: Set = ["execve", "memset", "snprintf"]

  /// What `text` at `path` does that it may not, one line a fault.
  static func faults(path: String, text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var faults = SourceRules.longLines(text).map { "\(path):\($0) is too long" }
    if lines.count > 250 { faults.append("\(path) has more than 250 lines") }
    for line in lines {
      // A statement that is a call, also after a condition.
      for call in line.matches(of: /(?:^\s*|\)\s|[;{]\s)([a-z_]\w*)\(/) where line.hasSuffix(";") {
        let name = String(call.1)
        let isStatement = !["if", "for", "while", "return", "sizeof", "switch"].contains(name)
        if isStatement, !silent.contains(name), !known.contains(name), !line.contains("=") {
          faults.append("\(path) ignores what \(name) answers")
        }
      }
    }
    return faults
  }
}
