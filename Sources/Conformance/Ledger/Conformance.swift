/// How ours stands to an oracle or a statement of a published file.
public enum Conformance: Sendable {
  /// Both are played: the games part in the ways that are named, and in no other. With none named, they are the same.
  case played([Played])
  /// Both are played: the games part in the queries of other rows alone.
  case whole([String])
  /// The statement is a hop of the catalogue, which is played: in no trial is it violated, and its bound is kept.
  case hops([Play])
  /// Different on purpose, in a way that no query shows; where ours is a hop, that is played.
  case different(why: String, said: String, playing: [Play] = [])
  /// An assumption: what stands in its place here.
  case assumed(String)
  /// A step of the file's proof without a counterpart.
  case proof(String)

  /// One kind of query in one comparison.
  public struct Played: Sendable {
    public let comparison: String
    public let query: String
    public let parts: Set<Difference>

    package init(comparison: String, query: String, parts: Set<Difference>) {
      (self.comparison, self.query, self.parts) = (comparison, query, parts)
    }
  }

  /// A hop with an adversary.
  public struct Play: Hashable, Sendable {
    public let hop: String
    public let adversary: String

    package init(hop: String, adversary: String) { (self.hop, self.adversary) = (hop, adversary) }
  }

  static func plays(_ comparison: String, _ query: String, _ parts: Difference...) -> Self {
    .played([Played(comparison: comparison, query: query, parts: Set(parts))])
  }

  static func plays(_ comparisons: (String, parts: Set<Difference>)..., asking query: String) -> Self {
    .played(comparisons.map { Played(comparison: $0.0, query: query, parts: $0.parts) })
  }

  static func hop(_ name: String, _ adversary: String) -> Self { .hops([Play(hop: name, adversary: adversary)]) }

  /// The experiments in which a bit is drawn and guessed.
  static let guess = Self.different(
    why: "The file draws a bit and measures how often it is guessed, here both worlds are played and what differs is measured: "
      + "|Pr[1 right] − Pr[1 left]| is twice the distance of the file's probability from 1/2.",
    said: "results/findings/diffie-hellman-factor.md")

  /// A distribution that sums up to 1.
  static let lossless = Self.assumed("A Swift function that returns: nothing here samples by rejection without end.")
}
