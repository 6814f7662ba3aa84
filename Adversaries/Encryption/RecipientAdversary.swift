public import GameKit
public import Games
public import Primitives

/// An adversary against multi-recipient encryption.
public protocol RecipientAdversary<S>: Adversary where Query == RecipientQuery<S>, Answer == RecipientAnswer<S> {
  associatedtype S: HybridScheme
}

/// An adversary against oracle Diffie–Hellman.
public protocol ODHAdversary<S>: Adversary where Query == ODHQuery<S>, Answer == ODHAnswer<S> {
  associatedtype S: HybridScheme
}

/// An adversary against authenticated encryption with many keys.
public protocol CipherAdversary<C>: Adversary where Query == CipherQuery<C>, Answer == CipherAnswer {
  associatedtype C: AEAD
}
