import Formulas

/// A finite model as a solver writes it, read as a structure: what a formula says can be looked up in it, whoever found it.
final class Model {
  private struct Definition {
    let parameters: [String]
    let body: SExpression
  }

  private var definitions: [String: Definition] = [:]
  private var universe: [Sort: [String]] = [:]
  private var known: [[String]: String] = [:]
  /// What an operation changes, and the arguments of the change that is looked up.
  var changes: [Operation.Change] = []
  private var names: [String: String] = [:]

  /// Nil for a text that is no model.
  init?(_ text: String) {
    guard var parts = SExpression.all(text) else { return nil }
    if parts.count == 1 { parts = parts[0].parts }
    for part in parts {
      let words = part.parts
      guard words.count == 5, words[0].word == "define-fun", let name = words[1].word else { continue }
      definitions[name] = Definition(parameters: words[2].parts.compactMap { $0.parts.first?.word }, body: words[4])
    }
    guard !definitions.isEmpty else { return nil }
    for part in parts { collect(part) }
  }

  /// Elements are named after their sort, `Trust!val!0` by one solver and `@uc_Trust_0` or `@Trust_0` by another.
  private func collect(_ part: SExpression) {
    guard let word = part.word else { return part.parts.forEach(collect) }
    guard word.contains("!val!") || word.hasPrefix("@") else { return }
    let name = word.contains("!val!") ? word.prefix { $0 != "!" } : word.trimmingElement
    guard let sort = Sort(rawValue: String(name)), universe[sort]?.contains(word) != true else { return }
    universe[sort, default: []].append(word)
  }

  /// The value of a function, or of a constant.
  private func value(_ name: String, _ arguments: [String]) -> String {
    let key = [name] + arguments
    if let value = known[key] { return value }
    guard let definition = definitions[name] else { return "false" }
    let value = evaluate(
      definition.body, Dictionary(zip(definition.parameters, arguments)) { first, _ in first })
    known[key] = value
    return value
  }

  private func evaluate(_ part: SExpression, _ bound: [String: String]) -> String {
    guard let head = part.parts.first else {
      let word = part.word ?? ""
      return bound[word] ?? (definitions[word] == nil ? word : value(word, []))
    }
    let arguments = part.parts.dropFirst()
    func isTrue(_ part: SExpression) -> Bool { evaluate(part, bound) == "true" }
    func number(_ part: SExpression) -> Int { Int(evaluate(part, bound)) ?? 0 }
    let last = arguments.last ?? .word("false")
    switch head.word {
    case "ite": return isTrue(arguments[1]) ? evaluate(arguments[2], bound) : evaluate(last, bound)
    case "and": return "\(arguments.allSatisfy(isTrue))"
    case "or": return "\(arguments.contains(where: isTrue))"
    case "not": return "\(!isTrue(last))"
    case "=>": return "\(!isTrue(arguments[1]) || isTrue(last))"
    case "=": return "\(arguments.allSatisfy { evaluate($0, bound) == evaluate(last, bound) })"
    case "<=": return "\(number(arguments[1]) <= number(last))"
    case ">=": return "\(number(arguments[1]) >= number(last))"
    case "<": return "\(number(arguments[1]) < number(last))"
    case "-": return "\(arguments.count == 1 ? -number(last) : number(arguments[1]) - number(last))"
    case "+": return "\(arguments.reduce(0) { $0 + number($1) })"
    case "as": return evaluate(arguments[1], bound)
    case "let":
      var inner = bound
      for pair in arguments[1].parts { inner[pair.parts.first?.word ?? ""] = evaluate(pair.parts.last ?? .word(""), bound) }
      return evaluate(last, inner)
    case let name?: return value(name, arguments.map { evaluate($0, bound) })
    case nil: return evaluate(last, bound)
    }
  }
}

extension String {
  /// `Trust` of `@uc_Trust_0` and of `@Trust_0`.
  fileprivate var trimmingElement: Substring {
    split(separator: "_").first { Sort(rawValue: String($0.drop { $0 == "@" })) != nil }.map { $0.drop { $0 == "@" } } ?? ""
  }
}

extension Model: Structure {
  func elements(of sort: Sort) -> [String] { universe[sort] ?? [] }

  func element(named name: String) -> String? {
    if let argument = names[name] { return argument }
    let constant = Variable(name, .trust).smt
    return definitions[constant] == nil ? nil : value(constant, [])
  }

  func value(of function: Function, _ arguments: [String]) -> String { value(function.smt, arguments) }
  func number(_ number: Int) -> String { "\(number)" }

  func holds(_ relation: Relation, _ arguments: [String]) -> Bool {
    if relation == .atMost { return (Int(arguments[0]) ?? 0) <= (Int(arguments[1]) ?? 0) }
    return value(relation.smt(false), arguments) == "true"
  }

  /// By what the operation changes: solvers put a definition in its place, and do not write it down.
  func holdsAfter(_ relation: Relation, _ arguments: [String]) -> Bool {
    guard let change = changes.first(where: { $0.relation == relation }) else { return holds(relation, arguments) }
    let before = names
    defer { names = before }
    for (variable, argument) in zip(change.variables, arguments) { names[variable.name] = argument }
    return change.formula.isTrue(in: self)
  }

  /// There is a ballot in the model.
  func isEnough(_ endorsements: [String], _ demand: Quorum.Demand, trust: String, command: String, once: Bool) -> Bool {
    elements(of: .ballot).contains { ballot in
      let counted = elements(of: .endorsement).filter { holds(.isOn, [$0, ballot]) }
      guard counted.allSatisfy(endorsements.contains) else { return false }
      let signers = counted.map { value(of: .signer, [$0]) }
      guard !once || Set(signers).count == signers.count else { return false }
      return elements(of: .way).contains { way in
        guard holds(.way, [way, trust, command]) else { return false }
        if case .number = demand { return holds(.numerous, [ballot, way]) }
        return elements(of: .need).allSatisfy { !holds(.need, [$0, way]) || holds(.fulfils, [ballot, $0, trust]) }
      }
    }
  }

  func judge(_ judgement: Judgement, _ arguments: [String]) -> Bool { false }
}
