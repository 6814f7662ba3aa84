public import Records
internal import Words

extension CheckRecord {
  public var text: String { text(withTimes: false) }

  /// - Parameter withTimes: whether each case says how long it took.
  public func text(withTimes: Bool) -> String {
    func time(_ item: Case) -> String { withTimes ? " (\(Number.text(item.seconds)) s)" : "" }
    var lines = leftOut.map { "left out: \($0)" }
    // Rules that are covered are no news.
    lines += cases.filter { $0.outcome == .met && $0.kind != .coverage }.map { "met: \(name($0))\($0.shareWords)\(time($0))" }
    if !uncovered.isEmpty {
      let option = CommandWords.option("require-coverage")
      lines.append("\(uncovered.count) rules were not seen both to allow and to refuse; `\(option)` names them")
    }
    for item in cases where item.outcome != .met {
      lines.append("\(item.outcome.rawValue): \(item.name)\(time(item))")
      // Indented, so that no message can pass for a case.
      lines += "\(item.place)\(item.message)".unicodeScalars.split(separator: "\n").map { "  \(String($0))" }
      lines += (item.story ?? "").unicodeScalars.split(separator: "\n").map { "    \(String($0))" }
    }
    if errorProbability > 0 {
      // Less what adding them up may have added: 61 times 0.001 is not above 0.061.
      let sum = Number.text(errorProbability * (1 - 1e-12), .up)
      lines.append("error probability \(sum) for all games and hops together")
    }
    return (lines + ["", verdict]).map { Escape.terminal($0) + "\n" }.joined()
  }

  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }

  /// With its file, if a case of another file has the same name.
  private func name(_ item: Case) -> String {
    let isShared = cases.contains { $0.name == item.name && $0.file != item.file }
    return item.name + (item.file.flatMap { isShared ? ", in `\($0)`" : nil } ?? "")
  }
}

extension CheckRecord.Case {
  fileprivate var shareWords: String {
    share.map { ": \(Number.share($0.estimate)) of the bound, in \(Number.interval($0.lower, $0.upper))" } ?? ""
  }

  /// Where it stands; an error says that itself.
  fileprivate var place: String {
    guard let file, outcome != .error else { return "" }
    return "`\(file)`\(line.map { ", line \($0)" } ?? ""): "
  }
}
