public import Arena
internal import EncryptionFamily
internal import EndToEndFamily
internal import Families
internal import HashFamily
internal import HierarchyFamily
internal import KeySecrecyFamily
internal import PolicyFamily
internal import ServiceFamily
internal import SignatureFamily

/// The lists of the proof: every game and hop, a target a family.
public enum Catalog {
  public static let registry = Registry(
    entries: families.flatMap(\.games) + families.flatMap(\.hops), adversaries: families.flatMap(\.attacks), twins: twins)

  /// In the order of the proof.
  private static let families = [
    signatures, hashes, keys, policies, ciphers, recipients, genericGroups, freshKeys, keySecrecy, services, endToEnd,
    keyHierarchy,
  ]
}
