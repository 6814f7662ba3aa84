/// The bound from operators to a user's file: the theorem's, and what the layers below the domain key are paid.
public struct FileBoundRecord: Hashable, Codable, Sendable {
  /// A summand, and the hops that are paid it.
  public struct Term: Hashable, Codable, Sendable {
    public let term: String
    public let hops: [String]

    public init(_ term: Bound, paidTo hops: [String]) { (self.term, self.hops) = ("\(term)", hops) }
  }

  /// As mathematics: the sum of the terms.
  public let expression: String
  /// What some of its symbols are paid by hops further down.
  public let definitions: [String]
  public let terms: [Term]
  /// The hop in whose place the theorem stands: what that one is paid is a term of the theorem already.
  public let replaced: String
  /// That random nonces under one key repeat, which is a part of its ε_aead and no further term.
  public let nonces: Term
  /// What takes its place where every message has a key of its own.
  public let derivedKeys: Term

  public init(expression: String, sum: Bound, replaced: String, nonces: Term, derivedKeys: Term) {
    (self.expression, self.replaced, self.nonces, self.derivedKeys) = (expression, replaced, nonces, derivedKeys)
    definitions = sum.definitions
    terms = sum.defining([:]).payments.map { Term($0.term, paidTo: $0.hops) }
  }
}
