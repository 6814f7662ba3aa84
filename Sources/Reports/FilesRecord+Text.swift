public import Records
internal import Words

extension FilesRecord {
  public var text: String {
    "\(Self.title).\n\n\(rules)\n\n"
      + formats.map { $0.told(heading: { "\($1.uppercased())" + ($0 == 2 ? "" : " ") }, \.text) }.joined(separator: "\n")
  }

  public var markdown: String {
    """
    # \(Self.title)

    Made from the parser by `\(CommandWords.line("describe", "files")) \(CommandWords.option("format", "markdown"))`.

    \(rules)


    """ + formats.map { $0.told(heading: { String(repeating: "#", count: $0) + " \($1)" }, \.markdown) }.joined(separator: "\n")
  }

  private static var title: String { "Scenario, policy, expectation and assignment files" }
}

extension FileFormat {
  fileprivate func told(heading: (_ level: Int, _ title: String) -> String, _ rendering: KeyPath<Table, String>) -> String {
    func part(_ title: String, _ words: String, _ header: [String], _ rows: [[String]]) -> String {
      var table = Table(header: header)
      table.rows = rows
      return "\(heading(3, title))\n\(words)\n\n\(table[keyPath: rendering])"
    }
    var parts = mappings.map { mapping in
      part(
        mapping.title, mapping.words, ["key", "type", "default", "meaning"],
        mapping.keys.map { ["`\($0.name)`", $0.type, $0.fallback ?? "required", $0.meaning] })
    }
    if !vocabulary.isEmpty {
      parts.append(
        part(
          "vocabulary", "The words of a formula.", ["word", "kind", "meaning"],
          vocabulary.map { ["`\($0.form)`", $0.kind, $0.meaning] }))
    }
    let sample = sample.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
    return (["\(heading(2, title))\n\(words) For example:\n\n\(sample)\n"] + parts).joined(separator: "\n")
  }
}
