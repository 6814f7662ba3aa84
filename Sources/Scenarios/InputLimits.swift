/// What is read of a file at most, so that a small one cannot take all memory or a day. [ours]
public enum InputLimits {
  /// Bytes of a file.
  public static let bytes = 4 << 20
  /// Nodes of a file, each alias counted as all that it stands for.
  package static let nodes = 200_000
  /// Nodes within each other, aliases included.
  package static let depth = 64
  /// Entries of a list that has no limit of its own.
  package static let entries = 1_000
  package static let expectations = 10_000
  /// Steps of a scenario: a key added in each makes 8 million keys wrapped.
  package static let steps = 4_000
  package static let entities = 200
  package static let trusts = 200
  /// Trusts that one of them spells out on the ideal suite, where a fingerprint is the whole trust: those of parent and domain,
  /// and theirs.
  package static let spelledOut = 2_000
}
