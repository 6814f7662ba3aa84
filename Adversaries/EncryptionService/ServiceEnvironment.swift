public import Coins
public import GameKit
public import Games

/// The environment: the users, and whoever tells the adversary what to do. It has the users' interface, and no network.
public protocol ServiceEnvironment: Sendable {
  associatedtype Attacker: ServiceAttacker

  /// - Returns: "ideal".
  func play(_ world: inout some EnvironmentWorld<Attacker>, coins: Coins) throws(Forfeit) -> Bool
}

/// The adversary: it has the network, and no users.
public protocol ServiceAttacker: Sendable {
  /// What the environment may tell it, and what it tells the environment.
  associatedtype Message
  associatedtype Reply

  mutating func hear(
    _ message: Message, _ network: inout some Oracle<AttackQuery, EncryptionServiceAnswer>
  ) throws(Forfeit) -> Reply
}

/// What an environment meets: users who ask, and an adversary to talk to.
public protocol EnvironmentWorld<Attacker>: Oracle where Query == UserQuery, Answer == EncryptionServiceAnswer {
  associatedtype Attacker: ServiceAttacker

  mutating func tell(_ message: Attacker.Message) throws(Forfeit) -> Attacker.Reply
}

/// An environment with its adversary: a distinguisher in universal composability.
public struct Distinguisher<Environment: ServiceEnvironment>: ServiceAdversary {
  let environment: Environment
  let attacker: Environment.Attacker

  public init(_ environment: Environment, with attacker: Environment.Attacker) {
    (self.environment, self.attacker) = (environment, attacker)
  }

  public func play<Outer: Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>>(
    _ oracle: inout Outer, coins: Coins
  ) throws(Forfeit) -> Bool {
    try oracle.lend(to: { Users(outer: $0, attacker: attacker) }, back: { $0.outer }) { world throws(Forfeit) in
      try environment.play(&world, coins: coins)
    }
  }
}

/// What both have of the service is one oracle: the users' part of it, and the adversary's when it is spoken to.
private struct Users<Outer: Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, Attacker: ServiceAttacker>: EnvironmentWorld
{
  var outer: Outer
  var attacker: Attacker

  var budget: Budget<EncryptionServiceQuery.Kind> { outer.budget }

  mutating func ask(_ query: UserQuery) throws(Forfeit) -> EncryptionServiceAnswer { try outer.ask(.environment(query)) }

  mutating func credit(_ attack: String) { outer.credit(attack) }

  mutating func tell(_ message: Attacker.Message) throws(Forfeit) -> Attacker.Reply {
    var listener = attacker
    defer { attacker = listener }
    return try outer.asAdversary { attack throws(Forfeit) in try listener.hear(message, &attack) }
  }
}
