internal import Records
internal import Reports
internal import Scenarios

/// What `describe` says, in every format.
struct Description {
  let text: String
  let markdown: String
  let record: any Encodable

  init(_ record: DescriptionRecord) { (text, markdown, self.record) = (record.text, record.markdown, record) }

  /// How likely the quorum assumption is to fail, for every n.
  init(_ rows: [QuorumRisk], operators: Int, probability: Double, chosen: Int?) {
    struct Risks: Encodable {
      let kind = "quorum", name = "quorum"
      let operators: Int
      let probability: Double
      let chosen: Int?
      let rows: [QuorumRisk]

      private enum CodingKeys: CodingKey { case kind, name, operators, probability, chosen, rows }
    }
    var table = Table(header: ["", "n", "P[n or more are dishonest]", "operators that may be away"])
    table.rows = rows.map { [$0.quorum == chosen ? "→" : "", "\($0.quorum)", $0.failureText, "\($0.spare)"] }
    let words = """
      How many operators of a trust have to sign its successor is its quorum. The proof assumes that any n genuine operators \
      include an honest one.
      Of \(operators) operators, each dishonest with probability \(probability), independently:
      """
    (text, markdown) = ("\(words)\n\n\(table.text)", "# The quorum\n\n\(words)\n\n\(table.markdown)")
    record = Risks(operators: operators, probability: probability, chosen: chosen, rows: rows)
  }

  /// The kinds of files with all their keys: `docs/scenarios.md` is this in Markdown.
  init(_ formats: [FileFormat]) {
    let rules = FileFormat.rules
    text =
      "Scenario, policy and expectation files.\n\n\(rules)\n\n"
      + formats.map { $0.told(heading: { "\($1.uppercased())" + ($0 == 2 ? "" : " ") }, \.text) }.joined(separator: "\n")
    markdown = """
      # Scenario, policy and expectation files

      Made from the parser by `gamekeeper describe files --format markdown`.

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
