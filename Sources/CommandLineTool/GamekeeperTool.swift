public import Arena
public import Policy
public import Scenarios

/// The command line of a package of one's own: all verbs, and in every list what the package brings beside what is shipped.
///
///     @main struct Lab: GamekeeperTool {
///       static let additions = Additions(from: "lab", entries: [Switching.entry])
///     }
///
/// A row that is there already, or does not fit, is refused at the start, by its name.
public protocol GamekeeperTool {
  /// Games and hops, and attacks on those that are there.
  static var additions: Additions { get }
  /// Rules for the intact policy, and weaker ones.
  static var rules: [any RuleAddition] { get }
  /// Properties for `attack`, `explore`, `check` and `matrix`.
  static var invariants: [any Invariant] { get }
}

extension GamekeeperTool {
  public static var additions: Additions { Additions(from: "here") }
  public static var rules: [any RuleAddition] { [] }
  public static var invariants: [any Invariant] { [] }

  /// Reads the command line, does what it says, and ends the program with its status.
  @MainActor
  public static func main() async {
    let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init)
    await Gamekeeper.main(adding: [additions], rules: rules, invariants: invariants, called: name ?? "lab")
  }
}
