/// Which ciphertexts the decryption oracle of `CipherGame` refuses.
public enum CipherRecord: Sendable {
  /// Those of `lor`, as published.
  case challenges
  /// Those of `lor` and of `enc`. **[ours]**
  case everything
}
