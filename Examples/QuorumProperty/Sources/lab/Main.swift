import GamekeeperKit
import QuorumProperty

/// The whole command line, with the property beside the others: `swift run quorum-property-lab list properties`.
@main struct Lab: GamekeeperTool {
  static let invariants: [any Invariant] = [QuorumNeverFalls()]
}
