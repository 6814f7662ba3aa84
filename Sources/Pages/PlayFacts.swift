public import Records

/// What a page tells of a game or a hop before anything is played.
public struct PlayFacts: Sendable {
  public struct Named: Sendable {
    public let name, title: String
    public init(_ name: String, _ title: String) { (self.name, self.title) = (name, title) }
  }

  public struct Parameter: Sendable {
    public let name, meaning: String
    /// By default.
    public let value: Int
    public let range: ClosedRange<Int>

    public init(name: String, meaning: String, value: Int, range: ClosedRange<Int>) {
      (self.name, self.meaning, self.value, self.range) = (name, meaning, value, range)
    }
  }

  /// `game` or `hop`.
  public let kind: String
  public let name, title, claim, source: String
  /// Nil where there is none.
  public let badEvent: String?
  public let bound: Bound
  /// The inequality of its reduction.
  public let reduction: String?
  public let adversaries, suites: [Named]
  public let twins: [String]
  /// Those that mean something to the adversary and on the suite.
  public let parameters: [Parameter]
  /// The ones before and after it, in the order of the proof.
  public let previous, next: Named?

  public init(
    kind: String, name: String, title: String, claim: String, source: String, badEvent: String?, bound: Bound, reduction: String?,
    adversaries: [Named], suites: [Named], twins: [String], parameters: [Parameter], previous: Named?, next: Named?
  ) {
    (self.kind, self.name, self.title, self.claim, self.source) = (kind, name, title, claim, source)
    (self.badEvent, self.bound, self.reduction) = (badEvent, bound, reduction)
    (self.adversaries, self.suites, self.twins, self.parameters) = (adversaries, suites, twins, parameters)
    (self.previous, self.next) = (previous, next)
  }

  public var path: String { Links.path(kind: kind, name: name) }
}
