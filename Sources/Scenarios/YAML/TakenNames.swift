/// The names that are given in a scenario: one for each entity, trust, token and ciphertext, because stories and diagrams go by
/// them.
struct TakenNames {
  private var owners: [String: (what: String, line: Int?)] = ["adversary": ("who makes all the moves", nil)]

  mutating func take(_ name: String, for what: String, _ node: YAMLNode) throws(InputError) {
    guard !name.isEmpty else { throw node.error("\(what) has a name that is empty") }
    if let (owner, line) = owners[name] {
      throw node.error(
        "the name `\(name)` is taken: it is \(owner)\(line.map { ", line \($0)" } ?? "")",
        hint: "each entity, trust, token and ciphertext has a name of its own")
    }
    owners[name] = (what, node.node.mark?.line)
  }

  /// The name that stands in `node`.
  mutating func take(_ node: YAMLNode, for what: String) throws(InputError) -> String {
    let name = try node.string()
    try take(name, for: what, node)
    return name
  }
}
