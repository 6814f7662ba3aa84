internal import Records

extension FileBoundRecord {
  /// The last line is the sum.
  var words: String {
    """
    The service of the theorem has the domain key of \(replaced), whose ε_aead is one of the theorem's. A part of each ε_aead is \
    that random nonces repeat, \(Self.words(nonces)); with a key for every message it is \(Self.words(derivedKeys)).
    From operators to a user's file: \((["Adv ≤ \(expression)"] + definitions).joined(separator: ",   "))
    """
  }

  private static func words(_ term: Term) -> String { "\(term.term) (\(term.hops.joined(separator: ", ")))" }
}
