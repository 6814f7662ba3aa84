/// What a domain key is for, by how many newer ones there are under its handle (docs/model.md, section 1.4).
public enum KeyState: Hashable, Sendable, CaseIterable {
  /// Encrypts and decrypts.
  case active
  /// Decrypts what it encrypted before.
  case deactivated
  /// Nothing.
  case dropped

  /// How many deactivated keys of a handle are kept: with the next rotation the oldest is dropped. [ours: the number]
  public static let keptDeactivated = 1

  init(age: Int) { self = age <= 0 ? .active : age <= Self.keptDeactivated ? .deactivated : .dropped }
}
