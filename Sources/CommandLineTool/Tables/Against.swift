internal import Arena
internal import Foundation
internal import Records
internal import Reports
internal import Words

/// What an adversary has shown in the rows of a table that it plays, beside the table.
struct Against: Encodable {
  struct Row: Encodable { let name, why: String }

  let adversary: String
  let table: HopTableRecord
  let notPlayed: [Row]

  private enum CodingKeys: CodingKey { case adversary, alpha, rows, notPlayed, outcome }

  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(adversary, forKey: .adversary)
    try members.encode(table.alpha, forKey: .alpha)
    try members.encode(table.rows, forKey: .rows)
    try members.encode(notPlayed, forKey: .notPlayed)
    try members.encode(outcome, forKey: .outcome)
  }

  var outcome: Outcome {
    table.rows.isEmpty && table.outcome.status == .met ? .inconclusive("`\(adversary)` plays none of the rows") : table.outcome
  }

  var text: String { render { $0.text } }
  var markdown: String { render { $0.markdown } }

  private func render(_ table: (TheoremTable) -> String) -> String {
    var lines = ["", "Against `\(Escape.terminal(adversary))`:", ""]
    if !self.table.rows.isEmpty { lines.append(table(TheoremTable(self.table))) }
    for row in notPlayed { lines.append("- \(row.name): not played by it: \(Escape.terminal(row.why))") }
    if self.table.rows.isEmpty { lines.append(outcome.words ?? "") }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A table, with what an adversary has shown beside it.
struct Beside<Table: Encodable>: Encodable {
  let table: Table
  let against: Against?

  private enum CodingKeys: CodingKey { case against }

  func encode(to encoder: any Encoder) throws {
    try table.encode(to: encoder)
    guard let against else { return }
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(against, forKey: .against)
  }
}
