public import GameKit
public import Games

/// An adversary against the encryption service: environment and adversary of universal composability in one. It says `true` for
/// the ideal world.
public protocol ServiceAdversary: Adversary where Query == EncryptionServiceQuery, Answer == EncryptionServiceAnswer {}
