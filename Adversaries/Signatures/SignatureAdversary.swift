public import GameKit
public import Games
public import Primitives

/// An adversary against any of the signature games.
public protocol SignatureAdversary<S>: Adversary where Query == SignatureQuery<S>, Answer == SignatureAnswer<S> {
  associatedtype S: MessageScheme
}
