import DomainManagement
import Policy
package import Records
import Words
import Yams

/// Reading scenario files. Every name is resolved here, so a scenario that loads can be played.
extension Scenario {
  /// `file` is what errors call the text.
  public init(yaml text: String, file: String) throws(InputError) {
    let document = try YAMLNode.document(text, file: file)
    let fields = try document.fields(Self.keys)
    self.init(
      name: try document.required("scenario", fields).string(), title: try document.required("title", fields).string(),
      story: try fields["story"]?.string().trimmed ?? "", globalQuorum: 0, entities: [],
      trusts: [], steps: [])
    var taken = TakenNames()
    for kind in Entity.Kind.allCases { try readEntities(kind, fields["\(kind.rawValue)s"], &taken) }
    let roles = try readRoles(fields["roles"])
    globalQuorum = try QuorumRules(try document.required("n", fields), roles: roles)
    try readTrusts(try document.required("trusts", fields), roles, &taken)
    var known = Names(scenario: self, taken: taken)
    for node in try document.required("steps", fields).list(most: InputLimits.steps) { steps.append(try Self.step(node, &known)) }
    guard !steps.isEmpty else { throw try document.required("steps", fields).error("there are no steps") }
    end = try Self.properties(try document.required("end", fields))
    if let node = fields["twin"] { twin = try Self.twin(node) }
    if let node = fields["defect"] {
      guard try node.string() == "transparent-wrap" else { throw node.error("unknown defect", hint: "known: transparent-wrap") }
      hasTransparentWrap = true
    }
  }

  private mutating func readEntities(_ kind: Entity.Kind, _ node: YAMLNode?, _ taken: inout TakenNames) throws(InputError) {
    guard let node else { return }
    for (name, value) in try node.mapping() {
      try taken.take(name, for: kind == .hsm ? "an HSM" : kind == .host ? "a host" : "an operator", value)
      let words = try value.string().split(separator: " ").map(String.init)
      var nature: Entity.Nature? = words.first.flatMap { $0 == "genuine" ? .honest : .init(rawValue: $0) }
      if kind != .operator, nature == .dishonest { nature = nil }
      guard let nature, words.count == 1 || (words.count == 3 && words[1] == "as" && kind == .operator) else {
        throw value.error(
          "`\(try value.string())` is no nature of \(kind == .hsm ? "an HSM" : kind == .host ? "a host" : "an operator")",
          hint: kind == .operator ? "honest, dishonest or rogue; `honest as HSM` shares an HSM's key" : "genuine or rogue")
      }
      entities.append(Entity(name, kind, nature, sharesKeyWith: words.count == 3 ? words[2] : nil))
    }
    guard entities.count <= InputLimits.entities else {
      throw node.error("there are more than \(InputLimits.entities) operators, HSMs and hosts in all", hint: InputLimits.hint)
    }
    if kind == .hsm {
      for entity in entities {
        guard let other = entity.sharesKeyWith else { continue }
        guard entities.contains(where: { $0.name == other && $0.kind == .hsm && $0.nature == .honest }) else {
          throw node.error("`\(entity.name)` should share the key of `\(other)`, which is no genuine HSM")
        }
      }
    }
  }

  private mutating func readTrusts(_ node: YAMLNode, _ roles: [String], _ taken: inout TakenNames) throws(InputError) {
    let members = try node.mapping()
    let names = members.map(\.name)
    guard members.count <= InputLimits.trusts else {
      throw node.error("has \(members.count) trusts, and at most \(InputLimits.trusts) are read", hint: InputLimits.hint)
    }
    var spelledOut: [String: Int] = [:]
    for (name, value) in members {
      try taken.take(name, for: "a trust", value)
      let fields = try value.fields(TrustSketch.keys)
      var sketch = TrustSketch(name, operators: [], hsms: [], hosts: [], quorum: 0)
      if let parent = fields["parent"] {
        let parentName = try parent.string()
        guard let known = trusts.first(where: { $0.name == parentName }) else {
          guard names.contains(parentName) else {
            throw parent.error("there is no trust `\(parentName)`", hint: YAMLNode.suggestion(parentName, names))
          }
          throw parent.error(
            "`\(name)` and `\(parentName)` succeed each other, or `\(parentName)` stands later",
            hint: "a parent stands before its successors")
        }
        sketch = known
        (sketch.name, sketch.parent, sketch.domain) = (name, parentName, known.domain ?? parentName)
      }
      if let domain = fields["domain"] {
        let domainName = try domain.string()
        guard trusts.contains(where: { $0.name == domainName }) else {
          throw domain.error("there is no trust `\(domainName)` before this one")
        }
        sketch.domain = domainName
      }
      if let list = fields["operators"] { (sketch.operators, sketch.roles) = try operatorEntries(list, roles) }
      if let list = fields["hosts"] { sketch.hosts = try self.names(list, .host) }
      if let list = fields["hsms"] { sketch.hsms = try hsmEntries(list) }
      if let quorum = fields["quorum"] { sketch.quorum = try QuorumRules(quorum, roles: roles) }
      guard sketch.parent != nil || fields["quorum"] != nil else { throw value.error("the key `quorum` is missing") }
      let count = 1 + [sketch.parent, sketch.domain].reduce(0) { sum, name in sum + (name.flatMap { spelledOut[$0] } ?? 0) }
      guard count <= InputLimits.spelledOut else {
        throw value.error(
          "with parent and domain, and theirs, it spells out more than \(InputLimits.spelledOut) trusts", hint: InputLimits.hint)
      }
      spelledOut[name] = count
      trusts.append(sketch)
    }
    guard !trusts.isEmpty else { throw node.error("there are no trusts") }
  }

  private func names(_ list: YAMLNode, _ kind: Entity.Kind) throws(InputError) -> [String] {
    var names: [String] = []
    for item in try list.items() { names.append(try name(item, kind)) }
    return names
  }

  func name(_ item: YAMLNode, _ kind: Entity.Kind) throws(InputError) -> String { try name(item.string(), kind, item) }

  /// `name` itself, if it is one; `item` is where it stands.
  func name(_ name: String, _ kind: Entity.Kind, _ item: YAMLNode) throws(InputError) -> String {
    let known = entities.filter { $0.kind == kind }.map(\.name)
    guard known.contains(name) else {
      throw item.error("there is no \(kind.rawValue) `\(name)`", hint: YAMLNode.suggestion(name, known))
    }
    return name
  }

  private func hsmEntries(_ list: YAMLNode) throws(InputError) -> [TrustSketch.HSMEntry] {
    var entries: [TrustSketch.HSMEntry] = []
    for item in try list.items() {
      if item.isMapping {
        for (name, value) in try item.mapping() {
          guard entities.contains(where: { $0.name == name && $0.kind == .hsm }) else {
            throw value.error("there is no hsm `\(name)`")
          }
          entries.append(.init(name, agreementOf: try self.name(value, .hsm)))
        }
      } else {
        entries.append(.init(try name(item, .hsm)))
      }
    }
    return entries
  }

  package static func properties(_ node: YAMLNode) throws(InputError) -> [Property] {
    if case .scalar(let scalar) = node.node, scalar.string == "holds" { return [] }
    var properties: [Property] = []
    for item in try node.items() { properties.append(try item.word(of: Property.allCases)) }
    return properties.sorted()
  }

  private static func twin(_ node: YAMLNode) throws(InputError) -> Twin {
    let fields = try node.fields(Twin.keys)
    let policy = try PolicySelection(without: fields["without"], with: fields["with"])
    guard !policy.isIntact else { throw node.error("the twin changes nothing", hint: "name rules under `without` or `with`") }
    return Twin(without: policy.without, with: policy.with, end: try properties(try node.required("end", fields)))
  }

  package static func rules(_ node: YAMLNode?) throws(InputError) -> [String] {
    guard let node else { return [] }
    var rules: [String] = []
    for item in try node.items() { rules.append(try rule(item)) }
    return rules
  }

  static func rule(_ item: YAMLNode) throws(InputError) -> String {
    let name = try item.string()
    let known = RuleCatalogue<SymbolicSuite>.identifiers
    guard known.contains(name) else { throw item.error(UnknownRule(name, known: known).description) }
    return name
  }
}

extension YAMLNode {
  package func required(_ name: String, _ fields: [String: YAMLNode]) throws(InputError) -> YAMLNode {
    guard let node = fields[name] else { throw error("the key `\(name)` is missing") }
    return node
  }
}
