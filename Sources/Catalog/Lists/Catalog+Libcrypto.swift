internal import Primitives

extension Catalog {
  /// The version of the library behind the real suites.
  public static var libcryptoVersion: String { Libcrypto.version }
}
