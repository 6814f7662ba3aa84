public import Coins
public import GameKit
internal import Games
internal import KeySecrecyAdversaries
internal import Primitives

/// Asks for a second key under a handle that is taken: in both worlds it is refused, for whoever encrypted under the first could
/// not tell any more which key it was.
public struct UseHandleTwice: ServiceEnvironment {
  public typealias Attacker = DomainFounder

  public init() {}

  /// - Returns: whether a second key was made, or something failed.
  public func play(_ world: inout some EnvironmentWorld<DomainFounder>, coins: Coins) throws(Forfeit) -> Bool {
    guard world.budget[.keys] >= 2 else { return false }
    guard case .domain(var domain) = try world.tell(.found), try world.add(0, to: &domain) else { return true }
    return try world.add(0, to: &domain)
  }
}
