internal import CLibcrypto

/// The library that the real suites call.
public enum Libcrypto {
  /// Its version as it is loaded, which need not be that of the headers.
  public static var version: String { String(cString: OpenSSL_version(OPENSSL_VERSION_STRING)) }
}
