public import Coins
public import DomainManagement
public import GameKit
public import Primitives

/// A simulator of the ideal world: the adversary meets it in the network's place.
///
/// Of honest domains it says two things only: when something fails, and what a ciphertext looks like. Which domains are honest,
/// what a handle names in which branch, what a message was and who may ask is the functionality's, and there is no way to say it
/// here. One that gives up has lost: from then on the ideal world refuses everything, which whoever uses the service sees.
public protocol ServiceSimulator {
  /// Which identities and agreement keys there are.
  associatedtype Names: DomainSuite

  mutating func restart(coins: Coins)

  /// The adversary's move in the network. The functionality reads in it what became of domains, where the answer is no failure.
  mutating func network(_ query: KeySecrecyQuery) throws(Forfeit) -> KeySecrecyAnswer

  /// A user's `new`: the token that carries the key, or why it fails.
  mutating func new(_ request: KeyRequest) throws(Forfeit) -> KeySecrecyAnswer

  /// Why a user's request in an honest domain fails; nil if it does not.
  /// - Parameter instance: the name of the key that it is about; nil if there is none, and then it is not served.
  mutating func failure(of request: KeyRequest, about instance: Int?) throws(Forfeit) -> EncryptionServiceAnswer?

  /// What `length` bytes look like when they are encrypted under a key that only has a name; nil if that fails.
  mutating func ciphertext(length: Int, data: Bytes, instance: Int) throws(Forfeit) -> Bytes?

  /// A user's request in a dishonest domain, to which nothing is promised.
  mutating func unprotected(_ query: UserQuery) throws(Forfeit) -> EncryptionServiceAnswer

  /// What the adversary computes with a key that it knows.
  mutating func compute(_ query: AttackQuery) throws(Forfeit) -> EncryptionServiceAnswer
}
