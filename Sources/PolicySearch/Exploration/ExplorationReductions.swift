/// What a search leaves out because it makes no difference. Each can be switched off, and tests on small scopes hold the verdicts
/// together.
public struct ExplorationReductions: Codable, Hashable, Sendable {
  /// Trusts that differ by a renaming of entities of one kind are searched once.
  public var symmetry = true
  /// Trusts in force with the same entities at the same depth are searched once, whatever their ancestors: rules compare
  /// fingerprints for equality only, so renaming the fingerprints of one line of ancestors to those of another maps every run to
  /// a run.
  public var lineage = true
  /// Where an adversary writes the whole trust itself, only the most permissive one is tried: every rule that reads such a trust
  /// is monotone in its members and antitone in its quorum.
  public var dominance = true

  public init() {}

  public static let none = {
    var none = ExplorationReductions()
    (none.symmetry, none.lineage, none.dominance) = (false, false, false)
    return none
  }()
}
