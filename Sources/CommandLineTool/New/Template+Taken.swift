internal import ShippedFiles

extension Template {
  /// Who has the name already; nil if nobody. A scenario is read by its path, and may have any.
  var taken: String? {
    if kind == .scenario { return nil }
    if Self.modules.contains(name.type) { return "there is a module or a package of that name" }
    if Self.swift.contains(name.type) || Self.keywords.contains(name.words) { return "Swift has a word or a type of that name" }
    if Self.types(in: texts).contains(name.type) { return "its own files use a type of that name" }
    let row = kind == .rule ? "successor.\(name.words)" : name.words
    if let found = Name.all.first(where: { $0.name == row }) { return "\(found.section.kind) `\(row)` is there already" }
    return Self.library.contains(name.type) ? "the library has a type of that name" : nil
  }

  /// Whatever begins with a capital in the code of these files.
  private static func types(in texts: [(path: String, text: String)]) -> Set<String> {
    Set(code(of: texts).flatMap { $0.matches(of: /\b[A-Z]\w*/).map { String($0.output) } })
  }

  /// Without texts and comments.
  private static func code(of texts: [(path: String, text: String)]) -> [Substring] {
    texts.filter { $0.path.hasSuffix(".swift") }.flatMap { $0.text.split(separator: "\n") }.map { line in
      line.replacing(/"[^"]*"/, with: "").replacing(/\/\/.*/, with: "")
    }
  }

  /// The types that the library shows, and what else is used by what is written for any kind.
  private static var library: Set<String> {
    let all = New.Kind.allCases.flatMap { texts(of: $0) }
    let declaration = /\b(?:struct|enum|class|protocol|typealias) (\w+)/
    let own = Set(code(of: all).flatMap { $0.matches(of: declaration).map { String($0.1) } })
    return types(in: all).subtracting(own).union(ShippedFiles.publicTypes)
  }

  /// The words of the language, in small letters as they are on the command line.
  private static let keywords: Set = [
    "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch", "class", "consuming",
    "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
    "func", "guard", "if", "import", "in", "indirect", "init", "inout", "internal", "is", "let", "macro", "mutating", "nil",
    "operator", "package", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "some",
    "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "type", "typealias", "var", "where",
    "while", "yield",
  ]

  /// The types of the standard library that code is likely to name, or sugar to stand for: another one of the name would be meant
  /// in their place wherever a file sees both.
  private static let swift: Set = [
    "Actor", "AnyHashable", "AnyObject", "AnySequence", "Array", "ArraySlice", "AsyncSequence", "AsyncStream", "Atomic",
    "BinaryInteger", "Bool", "CaseIterable", "Character", "Clock", "ClosedRange", "Codable", "CodingKey", "Collection",
    "Comparable", "ContiguousArray", "ContinuousClock", "CustomStringConvertible", "Data", "Date", "Decodable", "Decoder",
    "Dictionary", "Double", "Duration", "Encodable", "Encoder", "Equatable", "Error", "FixedWidthInteger", "Float", "Float16",
    "Hashable", "Hasher", "Identifiable", "InlineArray", "Instant", "Int", "Int8", "Int16", "Int32", "Int64", "Int128",
    "IteratorProtocol", "KeyPath", "MainActor", "Mirror", "Mutex", "Never", "ObjectIdentifier", "Optional", "OptionSet",
    "RandomNumberGenerator", "Range", "RangeSet", "RawRepresentable", "RawSpan", "Regex", "Result", "Sendable", "Sequence", "Set",
    "Slice", "Span", "StaticString", "Strideable", "String", "StringProtocol", "Substring", "Task", "TaskGroup", "TaskLocal",
    "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "UInt128", "Unicode", "Unmanaged", "UnsafeRawPointer", "URL", "Void",
  ]

  /// The library's modules, and those that it is built on: a name is unique in a program.
  private static let modules: Set = [
    "Adversaries", "AdversaryBridge", "Arena", "ArgumentParser", "ArgumentParserToolInfo", "BigInt", "CBuild", "CConfine",
    "CFibers", "CLibcrypto", "Campaigns", "Catalog",
    "ChildProcesses", "Coins",
    "CommandLineTool", "Conformance", "DomainKeys", "DomainManagement", "EncryptionAdversaries", "EncryptionFamily",
    "EndToEndFamily", "Enumeration", "Expectations", "Explorer", "Families", "FlyingFox", "FlyingSocks", "Forms", "Formulas",
    "Foundation",
    "GRDB", "GameKit", "GameTesting", "Gamekeeper", "GamekeeperKit", "Games", "Grading", "HashAdversaries", "HashFamily",
    "HierarchyAdversaries", "HierarchyFamily",
    "KeySecrecyAdversaries", "KeySecrecyFamily", "KnownChances", "Ledger", "Pages", "Playground", "Policy",
    "PolicyAdversaries", "PolicyFamily", "PolicySearch", "Primitives", "Proving", "Quorums", "Records", "Referee", "Reports",
    "Scenarios",
    "ServiceAdversaries", "ServiceFamily", "ShippedFiles", "SignatureAdversaries", "SignatureFamily", "Statistics", "Swift",
    "Teaching", "Testing", "Wire", "Words", "Yams",
  ]
}
