extension Lesson {
  /// The lesson that a Markdown text is: a title, prose, and three kinds of blocks. Whatever is wrong stands in `faults`.
  public init(_ text: String, path: String) {
    var (parts, faults, prose): ([Part], [String], [String]) = ([], [], [])
    func end() {
      let text = prose.joined(separator: "\n").trimmed
      if !text.isEmpty { parts.append(.text(text)) }
      prose = []
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var place = 0
    while place < lines.count {
      let line = lines[place]
      guard line.hasPrefix("```") else { prose.append(line); place += 1; continue }
      let close = lines[(place + 1)...].firstIndex { $0.hasPrefix("```") }
      if close == nil { faults.append("\(path):\(place + 1): the block has no end") }
      let last = close ?? lines.count
      do {
        if let part = try Self.part(line.dropFirst(3).trimmed, Array(lines[(place + 1)..<last])) {
          end()
          parts.append(part)
        } else {
          prose += lines[place..<min(last + 1, lines.count)]
        }
      } catch { faults.append("\(path):\(place + 1): \(error.words)") }
      place = last + 1
    }
    end()
    let title = lines.first.flatMap { $0.hasPrefix("# ") ? $0.dropFirst(2).trimmed : nil }
    if title == nil { faults.append("\(path):1: a lesson begins with its title") }
    let minutes = lines.firstNonNil { $0.wholeMatch(of: /\*(\d+) minutes of class\..*\*/).flatMap { Int($0.1) } }
    let sections = lines.compactMap { $0.wholeMatch(of: /## .*\((\d+) minutes\)/).flatMap { Int($0.1) } }
    if let minutes, sections.reduce(0, +) != minutes {
      faults.append("\(path): the sections take \(sections.reduce(0, +)) minutes, and the lesson \(minutes)")
    }
    self.init(title: title ?? path, path: path, minutes: minutes, parts: parts, faults: faults)
  }

  /// The block of this kind; nil for one that is shown as it stands.
  private static func part(_ kind: String, _ lines: [String]) throws(TextFault) -> Part? {
    switch kind {
    case "predict": .prediction(try Prediction(lines))
    case "exercise": .exercise(try Exercise(lines))
    case _ where kind.hasPrefix("gamekeeper "): .run(ShownRun(line: kind, output: lines))
    default: nil
    }
  }
}

extension Sequence {
  fileprivate func firstNonNil<T>(_ transform: (Element) -> T?) -> T? {
    for element in self { if let found = transform(element) { return found } }
    return nil
  }
}
