package import Arena
internal import Forms
package import Records

/// What a page needs beside what an agent is told.
extension AgentSession {
  /// What can be asked, each query with its fields.
  package var queries: [HandQuery] { spoken.map { HandQuery.all(of: $0.queries) } ?? [] }

  /// What is left of each budget; nil where there is no limit.
  package var budgetsLeft: [(symbol: String, left: Int?)] { budgets.members.map { ($0.key, $0.value.integer) } }

  /// What was asked and answered in the trial, as a person writes it.
  package var rows: [(query: String, answer: String)] {
    asked.map { query, answer in (((try? Document(Array(query.utf8))) ?? .null).spoken, answer.spoken) }
  }

  /// How a value names the answers that there are: `#1.key`.
  package var references: [String] {
    asked.enumerated().flatMap { place, row in row.answer.innermost.members.map { "#\(place + 1).\($0.key)" } }
  }

  /// Asks by the names of the fields, as a form sends them.
  /// - Parameter values: texts, in which `#1.key` stands for a field of the first answer.
  package func ask(_ name: String, _ values: [(name: String, value: String)]) throws(AgentError) {
    guard let query = queries.first(where: { $0.name == name }) else {
      throw AgentError("there is no query `\(name)`: \(queries.map { "`\($0.name)`" }.joined(separator: ", ")) are there")
    }
    let document: Document
    var field: String?
    do throws(HandFault) {
      var written: [(name: String, value: String)] = []
      for (name, value) in values {
        field = name
        written.append((name, try HandLine.resolved(value, asked.map(\.answer))))
      }
      field = nil
      document = try query.document(written)
    } catch {
      var fault = AgentError(error.words)
      fault.field = error.field ?? field
      throw fault
    }
    do throws(AgentError) { _ = try ask(document) } catch {
      var fault = error
      fault.field = error.position.flatMap { query.field(at: $0, of: document) }
      throw fault
    }
  }

  /// The trial that ended last, with its coins opened, beside what an adversary of the catalogue does on them.
  package func opened() throws(CatalogError) -> HandRecord.Trial? {
    try scripts.last.map { script throws(CatalogError) in try game.opened(script, trial: trial - 1, source: source) }
  }

  /// Ends the trial that is under way, if there is one, so that nothing of it is kept.
  package func leave() { if isPlaying { _ = try? guess(false) } }
}
