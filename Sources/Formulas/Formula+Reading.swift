/// Formulas as people write them: `every x: Identity. isOperator(x, trust) implies not isHost(x, trust)`.
extension Formula {
  /// What is wrong with a text, and where.
  public struct Misread: Error, Hashable, Sendable {
    public let message: String
    public let hint: String?
    /// Counted in characters, from 1.
    public let column: Int
  }

  /// How deeply parentheses, quantifiers and the like may stand in each other: whoever walks over a formula does so by recursion.
  public static let mostNested = 200

  /// - Parameters:
  ///   - free: what the formula is about; all other variables have to be bound in it.
  ///   - sorts: those of the variables that it may bind.
  ///   - guards: of a sort of which nobody can look at all, the relations that say of their first argument which it is: no
  ///     variable of that sort is bound without one.
  public init(
    reading text: String, about free: [Variable], relations: [Relation], functions: [Function] = [],
    quantifying sorts: [Sort] = Sort.allCases, within guards: [Sort: [Relation]] = [:]
  ) throws(Misread) {
    var reader = try FormulaReader(text, free, relations, functions, sorts, guards)
    self = try reader.formula()
    try reader.finish()
  }
}

private struct FormulaReader {
  private struct Word {
    let text: String
    let column: Int
  }

  private static let connectives: Set = ["every", "some", "not", "and", "or", "implies", "iff", "true", "false"]

  private let words: [Word]
  private var place = 0
  private var depth = 0
  private var known: [Variable]
  private let relations: [Relation]
  private let functions: [Function]
  private let sorts: [Sort]
  private let guards: [Sort: [Relation]]
  private let end: Int

  init(
    _ text: String, _ free: [Variable], _ relations: [Relation], _ functions: [Function], _ sorts: [Sort],
    _ guards: [Sort: [Relation]]
  ) throws(Formula.Misread) {
    (known, self.relations, self.functions, self.sorts, self.guards) = (free, relations, functions, sorts, guards)
    end = text.count + 1
    var words: [Word] = []
    var current = ""
    for (index, character) in (text + " ").enumerated() {
      // Solvers read no others.
      if character.isASCII, character.isLetter || character.isNumber {
        current.append(character)
        continue
      }
      if !current.isEmpty { words.append(Word(text: current, column: index + 1 - current.count)) }
      current = ""
      if character.isWhitespace { continue }
      guard "(),.:=≠".contains(character) else {
        throw Formula.Misread(
          message: "`\(character)` is no part of a formula", hint: "for example: every x: Identity. isHost(x, trust) implies …",
          column: index + 1)
      }
      words.append(Word(text: String(character), column: index + 1))
    }
    self.words = words
  }

  private var next: Word? { place < words.count ? words[place] : nil }

  private mutating func take(_ text: String) -> Bool {
    guard next?.text == text else { return false }
    place += 1
    return true
  }

  private func failure(_ message: String, hint: String? = nil, at word: Word? = nil) -> Formula.Misread {
    Formula.Misread(message: message, hint: hint, column: (word ?? next)?.column ?? end)
  }

  private mutating func expect(_ text: String) throws(Formula.Misread) {
    guard take(text) else { throw failure("`\(text)` is expected\(next.map { ", and not `\($0.text)`" } ?? " at the end")") }
  }

  private mutating func name(_ what: String) throws(Formula.Misread) -> Word {
    guard let word = next, word.text.first?.isLetter ?? false, !Self.connectives.contains(word.text) else {
      throw failure("\(what) is expected\(next.map { ", and not `\($0.text)`" } ?? " at the end")")
    }
    place += 1
    return word
  }

  func finish() throws(Formula.Misread) {
    if let next {
      throw failure("`\(next.text)` is too much: the formula ended before", hint: "parentheses say what belongs together")
    }
  }

  /// One more thing within others, which began at the word before.
  private mutating func nested(_ read: (inout Self) throws(Formula.Misread) -> Formula) throws(Formula.Misread) -> Formula {
    guard depth < Formula.mostNested else {
      throw failure(
        "formulas are nested more than \(Formula.mostNested) deep here", hint: "say it with fewer parentheses",
        at: words[place - 1])
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func inner() throws(Formula.Misread) -> Formula {
    try nested { reader throws(Formula.Misread) in try reader.formula() }
  }

  mutating func formula() throws(Formula.Misread) -> Formula {
    let left = try disjunction()
    if take("implies") { return left.implies(try inner()) }
    if take("iff") { return left.iff(try disjunction()) }
    return left
  }

  private mutating func disjunction() throws(Formula.Misread) -> Formula {
    var formula = try conjunction()
    while take("or") { formula = formula || (try conjunction()) }
    return formula
  }

  private mutating func conjunction() throws(Formula.Misread) -> Formula {
    var formula = try unary()
    while take("and") { formula = formula && (try unary()) }
    return formula
  }

  private mutating func unary() throws(Formula.Misread) -> Formula {
    if take("not") { return !(try nested { reader throws(Formula.Misread) in try reader.unary() }) }
    if take("true") { return .truth }
    if take("false") { return .falsity }
    if take("every") { return try quantified(isEvery: true) }
    if take("some") { return try quantified(isEvery: false) }
    if take("(") {
      let formula = try inner()
      try expect(")")
      return formula
    }
    return try atom()
  }

  private mutating func quantified(isEvery: Bool) throws(Formula.Misread) -> Formula {
    let word = try name("a variable")
    try expect(":")
    let sortWord = try name("a sort")
    guard let sort = Sort(rawValue: sortWord.text) else {
      throw failure("there is no sort `\(sortWord.text)`", hint: Self.list(sorts.map(\.rawValue)), at: sortWord)
    }
    guard sorts.contains(sort) else {
      throw failure(
        "`\(word.text)` cannot be a \(sort.rawValue) here: nobody can look at all of these",
        hint: Self.list(sorts.map(\.rawValue)),
        at: sortWord)
    }
    try expect(".")
    guard !known.contains(where: { $0.name == word.text }) else {
      throw failure("`\(word.text)` is bound already", hint: "another name", at: word)
    }
    guard !vocabulary.contains(word.text) else {
      throw failure("`\(word.text)` is a word of the vocabulary", hint: "another name", at: word)
    }
    let variable = Variable(word.text, sort)
    known.append(variable)
    let body = try inner()
    known.removeLast()
    try checkGuard(of: variable, isEvery, body, at: word)
    return isEvery ? .every(variable, body) : .some(variable, body)
  }

  /// `every r: Way. way(r, …) implies …` and `some r: Way. way(r, …) and …` are about those alone, also behind more variables
  /// that are bound alike.
  private func checkGuard(of variable: Variable, _ isEvery: Bool, _ body: Formula, at word: Word) throws(Formula.Misread) {
    guard let guards = guards[variable.sort] else { return }
    for case .holds(let relation, let arguments, _) in Self.conditions(of: body, isEvery ? .truth : .falsity)
    where guards.contains(relation) && arguments.first == .variable(variable) { return }
    let (name, sort) = (variable.name, variable.sort.rawValue)
    let which = Self.list(guards.map { "\($0.rawValue)(\(name), …)" })
    throw failure(
      "`\(name)` may be any \(sort) here: nobody can look at all of these",
      hint: "every \(name): \(sort). … implies …, or some \(name): \(sort). … and …, where the first is \(which)", at: word)
  }

  /// Parts of which each by itself, where it is false, makes the formula `decided`.
  private static func conditions(of formula: Formula, _ decided: Formula) -> [Formula] {
    switch formula {
    case .implies(let condition, let rest) where decided == .truth:
      conditions(of: condition, .falsity) + conditions(of: rest, .truth)
    case .every(_, let body) where decided == .truth: conditions(of: body, decided)
    case .some(_, let body) where decided == .falsity: conditions(of: body, decided)
    case .all(let parts) where decided == .falsity: parts.flatMap { conditions(of: $0, decided) }
    default: decided == .falsity ? [formula] : []
    }
  }

  private var vocabulary: [String] { relations.map(\.rawValue) + functions.map(\.rawValue) }

  private mutating func atom() throws(Formula.Misread) -> Formula {
    if let word = next, let relation = relations.first(where: { $0.rawValue == word.text }) {
      place += 1
      return .holds(relation, try arguments(of: word, relation.signature))
    }
    let start = next
    let left = try expression()
    let isEqual = take("=")
    guard isEqual || take("≠") else {
      let word = start?.text ?? ""
      throw failure(
        "`\(word)` is no relation", hint: Self.list(relations.map(\.rawValue)), at: start)
    }
    let right = try expression()
    guard left.sort == right.sort else {
      throw failure("one side is of the sort \(left.sort.rawValue), and the other of \(right.sort.rawValue)", at: start)
    }
    return isEqual ? .equal(left, right) : !.equal(left, right)
  }

  private mutating func expression() throws(Formula.Misread) -> Expression {
    let word = try name("a name")
    if let function = functions.first(where: { $0.rawValue == word.text }) {
      let sorts = function.signature.arguments
      return .apply(function, sorts.isEmpty ? [] : try arguments(of: word, sorts))
    }
    if let variable = known.last(where: { $0.name == word.text }) { return .variable(variable) }
    if next?.text == "(" {
      throw failure("`\(word.text)` is no part of the vocabulary", hint: Self.list(vocabulary), at: word)
    }
    throw failure(
      "nothing binds `\(word.text)`",
      hint: "write `every \(word.text): SORT. …` before it; a property is about \(Self.list(known.map(\.name)))", at: word)
  }

  private mutating func arguments(of word: Word, _ sorts: [Sort]) throws(Formula.Misread) -> [Expression] {
    try expect("(")
    var arguments: [Expression] = []
    repeat {
      let start = next
      let argument = try expression()
      guard arguments.count < sorts.count else {
        throw failure("`\(word.text)` is of \(sorts.count), and here are more", at: start)
      }
      guard argument.sort == sorts[arguments.count] else {
        throw failure(
          "`\(word.text)` takes a \(sorts[arguments.count].rawValue) here, and this is a \(argument.sort.rawValue)",
          hint: "\(word.text)(\(sorts.map(\.rawValue).joined(separator: ", ")))", at: start)
      }
      arguments.append(argument)
    } while take(",")
    try expect(")")
    guard arguments.count == sorts.count else {
      throw failure(
        "`\(word.text)` is of \(sorts.count), and here are \(arguments.count)",
        hint: "\(word.text)(\(sorts.map(\.rawValue).joined(separator: ", ")))", at: word)
    }
    return arguments
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
