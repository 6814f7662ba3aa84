internal import Foundation

extension Template {
  /// Who has the name already; nil if nobody. A scenario is read by its path, and may have any.
  var taken: String? {
    if kind == .scenario { return nil }
    if Self.modules.contains(name.type) { return "there is a module or a package of that name" }
    if Self.keywords.contains(name.type) || types.contains(name.type) { return "its own files use a type of that name" }
    let row = kind == .rule ? "successor.\(name.words)" : name.words
    return Name.all.first { $0.name == row }.map { "\($0.section.kind) `\(row)` is there already" }
  }

  /// Whatever begins with a capital in the code of the files.
  private var types: Set<String> {
    let lines = texts.filter { $0.path.hasSuffix(".swift") }.flatMap { $0.text.split(separator: "\n") }
    let code = lines.map { line in
      line.replacing(/"[^"]*"/, with: "").replacing(/\/\/.*/, with: "")
    }
    return Set(code.flatMap { $0.matches(of: /\b[A-Z]\w*/).map { String($0.output) } })
  }

  /// What Swift has for itself.
  private static let keywords: Set = ["Any", "Protocol", "Self", "Type"]

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
