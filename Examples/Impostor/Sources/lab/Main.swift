import GamekeeperKit
import Impostor

/// The whole command line, with one more adversary against the whole protocol:
/// `swift run impostor-lab play key-secrecy -a impostor`.
@main struct Lab: GamekeeperTool {
  static let additions = Impostor.additions
}
