internal import Words

/// What is read of a file at most, so that a small one cannot take all memory or a day. [ours]
public enum InputLimits {
  /// All of these at once are so many times as large for whoever asks for it.
  @TaskLocal public static var times = 1
  public static let mostTimes = 1_000

  /// Bytes of a file.
  public static var bytes: Int { (4 << 20) * times }
  /// Nodes of a file, each alias counted as all that it stands for.
  package static var nodes: Int { 200_000 * times }
  /// Nodes within each other, aliases included; the same for all, as the stack is.
  package static let depth = 64
  /// Entries of a list that has no limit of its own.
  package static var entries: Int { 1_000 * times }
  package static var expectations: Int { 10_000 * times }
  /// Steps of a scenario: a key added in each of 4,000 makes 8 million keys wrapped.
  public static var steps: Int { 4_000 * times }
  public static var entities: Int { 200 * times }
  public static var trusts: Int { 200 * times }
  /// Trusts that one of them spells out on the ideal suite, where a fingerprint is the whole trust: those of parent and domain,
  /// and theirs.
  package static var spelledOut: Int { 2_000 * times }

  /// What to do about a file that is larger.
  public static var hint: String { "`attack` and `check` read larger files with `\(CommandWords.option("file-limits"))`" }
}
