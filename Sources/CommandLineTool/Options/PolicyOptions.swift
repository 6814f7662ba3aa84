internal import ArgumentParser
internal import Foundation
internal import Records
internal import Scenarios

/// Which policy is in force.
struct PolicyOptions: ParsableArguments {
  @Option(help: "Leave this rule out; repeatable.", completion: Completions.rules)
  var without: [String] = []

  @Option(
    name: .customLong("with"), help: "Put this weaker rule in, for the one it weakens; repeatable.",
    completion: Completions.weakerRules)
  var weaker: [String] = []

  @Option(help: "A policy file: YAML with `without` and `with`.", completion: Completions.texts)
  var policy: String?

  /// The files that are read.
  var files: [String] { policy.map { [$0] } ?? [] }

  var selection: PolicySelection {
    get throws {
      var selection = try policy.map(Self.selection) ?? .intact
      selection.without += without
      selection.with += weaker
      try Problem.report { _ = try selection.validated() }
      return selection
    }
  }

  static func selection(file: String) throws -> PolicySelection {
    let text = try Files.text(file)
    return try Problem.report { try PolicySelection(yaml: text, file: file) }
  }
}
