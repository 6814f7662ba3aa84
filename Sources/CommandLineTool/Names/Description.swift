internal import Records
internal import Reports
internal import Scenarios
internal import Words

/// What `describe` says, in every format.
struct Description {
  let text: String
  let markdown: String
  let record: any Encodable
  /// A document; nil for what is not printed.
  private(set) var latex: String?
  /// A picture; nil for what is not drawn.
  private(set) var svg: String?

  init(text: String, markdown: String, record: any Encodable, latex: String? = nil) {
    (self.text, self.markdown, self.record, self.latex) = (text, markdown, record, latex)
  }

  init(_ record: DescriptionRecord, latex: String? = nil) {
    (text, markdown, self.record, self.latex) = (record.text, record.markdown, record, latex)
  }

  init(_ record: NonceRecord) {
    (text, markdown, self.record, svg) = (record.text, record.markdown, record, NoncePlot(record).svg)
  }

  init(_ record: QuorumRecord) { (text, markdown, self.record) = (record.text, record.markdown, record) }

  /// The kinds of files with all their keys: `docs/scenarios.md` is this in Markdown.
  init(_ formats: [FileFormat]) {
    let rules = FileFormat.rules
    text =
      "Scenario, policy, expectation and assignment files.\n\n\(rules)\n\n"
      + formats.map { $0.told(heading: { "\($1.uppercased())" + ($0 == 2 ? "" : " ") }, \.text) }.joined(separator: "\n")
    markdown = """
      # Scenario, policy, expectation and assignment files

      Made from the parser by `\(Program.name) describe files --format markdown`.

      \(rules)


      """ + formats.map { $0.told(heading: { String(repeating: "#", count: $0) + " \($1)" }, \.markdown) }.joined(separator: "\n")
    record = formats
  }
}

extension FileFormat {
  fileprivate func told(heading: (_ level: Int, _ title: String) -> String, _ rendering: KeyPath<Table, String>) -> String {
    let parts = mappings.map { mapping in
      var table = Table(header: ["key", "type", "default", "meaning"])
      table.rows = mapping.keys.map { ["`\($0.name)`", $0.type, $0.fallback ?? "required", $0.meaning] }
      return "\(heading(3, mapping.title))\n\(mapping.words)\n\n\(table[keyPath: rendering])"
    }
    let sample = sample.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
    return (["\(heading(2, title))\n\(words) For example:\n\n\(sample)\n"] + parts).joined(separator: "\n")
  }
}
