/// The assumption files, under theories/crypto/assumptions of the EasyCrypt library.
public enum PublishedFile: String, CaseIterable, Sendable {
  case signatures = "PKSMK.ec"
  case hashes = "CRHash.ec"
  case encryption = "AEAD.ec"
  case diffieHellman = "ODH.ec"
  case recipients = "MRPKE.ec"
  case hybrid = "DHIES.ec"

  /// The commit at which they were read.
  public static let commit = "ad94f3fcb"
}
