internal import ArgumentParser
internal import Scenarios

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The commands that two policies decide differently, with witnesses.",
    discussion: "A policy is `intact`, the path of a policy file, or `-RULE` for the intact policy without a rule and `+RULE` for it with a weaker one.")

  @Argument(help: "A policy.") var a: String
  @Argument(help: "Another policy.") var b: String
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    let (first, second) = (try Self.policy(a), try Self.policy(b))
    let difference = try Problem.report { try PolicyDifference.find(first, second) }
    print(json ? difference.json : difference.text, terminator: "")
    if !difference.witnesses.isEmpty { throw Failure.notMet }
  }

  private static func policy(_ name: String) throws -> PolicySelection {
    if name == "intact" { return .intact }
    let parts = name.split(separator: ",").map(String.init)
    if let first = parts.first?.first, "-+".contains(first) {
      var selection = PolicySelection()
      for part in parts {
        if part.first == "+" { selection.with.append(String(part.dropFirst())) } else { selection.without.append(part.first == "-" ? String(part.dropFirst()) : part) }
      }
      return try Problem.report { try selection.validated() }
    }
    return try PolicyOptions.selection(file: name)
  }
}
