/// The defects that can be planted in a world of the encryption service.
public enum ServiceTwin: String, CaseIterable, Sendable {
  /// The functionality forgets the first ciphertext.
  case forgetful
  /// A ciphertext opens under other associated data.
  case dataBlind = "data-blind"
  /// The table goes by handle instead of by key instance: a ciphertext opens in another domain.
  case handleForInstance = "handle-for-instance"
  /// The simulator knows the first byte of a message, and encrypts it.
  case leaky
  /// The simulator is not even told lengths, and encrypts nothing.
  case lengthless
}
