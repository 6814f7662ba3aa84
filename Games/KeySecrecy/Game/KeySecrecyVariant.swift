/// What a game of the sequence does in which way. In the first game it is all as the protocol does it; each step changes one of
/// these.
struct KeySecrecyVariant: Sendable {
  enum Service: Sendable { case real, ideal }

  /// What becomes of an entity whose identity exists already.
  enum RepeatedIdentity: Sendable { case isMade, isRefused }
  var repeatedIdentity = RepeatedIdentity.isMade

  var operatorSignatures = Service.real
  var hsmSignatures = Service.real
  var chain = Service.real

  /// Which successors are accepted in an honest domain.
  enum Successors: Sendable { case byTheRules, genuineOnly }
  var successors = Successors.byTheRules

  /// How a genuine HSM opens what genuine HSMs wrapped to it.
  enum Wraps: Sendable { case decrypted, lookedUp }
  var wraps = Wraps.decrypted

  /// What is wrapped to genuine HSMs: keys, left, or zeros, right.
  var wrapped = ChallengeBit.left

  /// When a key of an honest domain is drawn.
  enum Keys: Sendable { case drawnWhenAdded, drawnWhenGivenOut }
  var keys = Keys.drawnWhenAdded
}
