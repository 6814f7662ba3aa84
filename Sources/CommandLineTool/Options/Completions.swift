internal import ArgumentParser
internal import Arena
internal import Catalog
internal import DomainManagement
internal import Foundation
internal import Policy
internal import Primitives
internal import Records
internal import Scenarios

/// What shells offer for the values of arguments and options.
enum Completions {
  static let games = names { _ in Gamekeeper.registry.games.map(\.name) }
  static let hops = names { _ in Gamekeeper.registry.hops.map(\.name) }
  static let entries = names { _ in Gamekeeper.registry.entries.map(\.name) }
  /// Those of the game or hop that is on the command line, if one is.
  static let adversaries = names { words in entry(words)?.adversaries ?? Gamekeeper.registry.adversaries.map(\.name) }
  static let twins = names { words in entry(words)?.twins ?? [] }
  static let parameters = names { words in
    (entry(words).map { [$0] } ?? Gamekeeper.registry.entries).flatMap(\.parameters).map { "\($0.name)=" }
  }
  static let verdicts = names { _ in ExpectedVerdict.names }
  static let suites = names { _ in SuiteName.ofPrimitives.map(\.rawValue) }
  static let domainSuites = names { _ in SuiteName.allCases.map(\.rawValue) }
  static let properties = names { _ in Property.allCases.map(\.rawValue) }
  static let rules = names { _ in RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier) }
  static let weakerRules = names { _ in (RuleCatalogue<SymbolicSuite>.weaker + [RuleCatalogue.idle]).map(\.facts.identifier) }
  static let everything = names { _ in Name.all.map(\.name) }
  static let scenarios = CompletionKind.custom { _, _, prefix in unique(Files.scenarioNames) + files(prefix) }
  static let assignments = CompletionKind.custom { _, _, prefix in unique(Files.assignmentNames) + files(prefix) }
  static let policies = CompletionKind.custom { _, _, prefix in ["intact"] + files(prefix) }
  static let texts = CompletionKind.file(extensions: ["yaml", "yml"])

  private static func names(_ names: @Sendable @escaping ([String]) -> [String]) -> CompletionKind {
    .custom { words, _, _ in unique(names(words)) }
  }

  private static func entry(_ words: [String]) -> Entry? { Gamekeeper.registry.entries.first { words.contains($0.name) } }

  private static func unique(_ names: [String]) -> [String] { Set(names).sorted() }

  /// YAML files and folders whose path begins with `prefix`.
  private static func files(_ prefix: String) -> [String] {
    let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
    return Files.names(in: folder.isEmpty ? "." : folder).filter { !$0.hasPrefix(".") }.map { folder + $0 }
      .compactMap { Files.isFolder($0) ? "\($0)/" : $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") ? $0 : nil }
  }
}
