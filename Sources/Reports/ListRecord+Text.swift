public import Records
internal import Words

extension ListRecord {
  public var text: String { told(\.text) { $0 } }
  public var markdown: String { told(\.markdown) { Escape.markdown($0) } }

  private func told(_ rendering: KeyPath<Table, String>, _ cell: (String) -> String) -> String {
    sections.map { items in
      let shown = items.filter { showsDerived || !$0.isDerived }
      let groups = items.reduce(into: [String]()) { if $0.last != $1.group { $0.append($1.group) } }
      let tables = groups.map { group in
        var table = Table(header: [group, ""])
        table.rows = shown.filter { $0.group == group }.map { [cell($0.name), cell($0.title)] }
        return table[keyPath: rendering]
      }
      return tables.joined(separator: "\n") + note(items.count - shown.count, items.first(where: \.isDerived)?.name)
    }.joined(separator: "\n")
  }

  private func note(_ hidden: Int, _ example: String?) -> String {
    guard hidden > 0, let example else { return "" }
    let command = CommandWords.line("list", "adversaries", CommandWords.option("all"))
    return "\nand \(hidden) that are reductions around these, such as \(example): `\(command)`\n"
  }
}
