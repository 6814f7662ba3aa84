internal import Words

/// What may be expected of a run: a verdict by its name, or any that does not exceed the bound.
public enum ExpectedVerdict: Hashable, Sendable {
  case exactly(Verdict.Kind)
  case atMostBound

  /// Nil for a name that is none of `names`.
  public init?(_ name: String) {
    if name == Self.atMostBound.name {
      self = .atMostBound
    } else if let kind = Verdict.Kind(rawValue: name) {
      self = .exactly(kind)
    } else {
      return nil
    }
  }

  public var name: String {
    switch self {
    case .exactly(let kind): kind.rawValue
    case .atMostBound: "atMostBound"
    }
  }

  public static var names: [String] { Verdict.names + [atMostBound.name] }

  public var meaning: String {
    switch self {
    case .exactly(let kind): kind.meaning
    case .atMostBound:
      """
      an expectation, for \(CommandWords.option("expect")) and expectation files: withinBound, boundAttained, or \
      noAdvantageShown against a bound of 0. A bound without a number is nothing to be at most
      """
    }
  }

  /// - Parameter bound: the bound's value; nil where an ε in it is assumed.
  public func isMet(by verdict: Verdict.Kind, bound: Double?) -> Bool {
    switch self {
    case .exactly(let kind): verdict == kind
    case .atMostBound: verdict == .withinBound || verdict == .boundAttained || (verdict == .noAdvantageShown && bound == 0)
    }
  }
}
