public import Arena

/// The lists of the proof: every game and hop, a file a family.
public enum Catalog {
  public static let registry = Registry(
    entries: families.flatMap(\.games) + families.flatMap(\.hops), adversaries: families.flatMap(\.attacks), twins: twins)

  /// In the order of the proof.
  private static let families = [
    signatures, hashes, policies, ciphers, recipients, freshKeys, keySecrecy, services, endToEnd,
  ]
}
