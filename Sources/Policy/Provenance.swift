/// Where a rule, or a choice of the model, comes from.
///
/// A source is named only where it can be read and says what the rule says. Of the paper that is little: it describes domain
/// management in words, and its EasyCrypt code of the protocol is not public. What no source says is ours, however natural.
public enum Provenance: Hashable, Sendable {
  /// *A Machine-Checked Proof of Security for AWS Key Management Service* (CCS 2019); `part` says where in it.
  case paper(_ part: String)
  /// One of the six assumption files of the public EasyCrypt library.
  case assumption(file: String)
  /// AWS's documentation of KMS's internal operations: the page, and the heading on it if there are any.
  case documentation(page: Page, heading: String? = nil)
  /// US 9,397,835 B1, *Web of trust management in a distributed system*.
  case patent(claim: Int)
  /// Chosen by this project: the reason, where it is not the rule itself.
  case ours(_ why: String = "")

  public enum Page: String, Sendable {
    case domains = "Domains and domain state"
    case communication = "Internal communication security"
    case hierarchy = "AWS KMS key hierarchy"
  }

  public var isOurs: Bool { if case .ours = self { true } else { false } }
}

extension Provenance: CustomStringConvertible {
  public var description: String {
    switch self {
    case .paper(let part): "the paper, \(part)"
    case .assumption(let file): "EasyCrypt, theories/crypto/assumptions/\(file).ec"
    case .documentation(let page, let heading):
      (["AWS KMS documentation", page.rawValue] + [heading].compactMap(\.self)).joined(separator: ", ")
    case .patent(let claim): "US 9,397,835 B1, claim \(claim)"
    case .ours(""): "[ours]"
    case .ours(let why): "[ours] \(why)"
    }
  }
}
