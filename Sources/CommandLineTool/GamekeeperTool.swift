public import Arena

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
}

extension GamekeeperTool {
  /// Reads the command line, does what it says, and ends the program with its status.
  public static func main() async { await Gamekeeper.main(adding: [additions]) }
}
