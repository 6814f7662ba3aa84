import GamekeeperKit
import Switching

/// The whole command line, with the switching lemma in it: `swift run switching-lab hop switching`.
@main struct Lab: GamekeeperTool {
  static let additions = Additions(
    from: "switching", entries: [Switching.entry], twins: [TwinFacts("never-zero", "the permutation never takes the value 0")])
}
