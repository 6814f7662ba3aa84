/// The attacks that `ScriptedThief` plays.
public enum Script: String, CaseIterable, Sendable {
  case swapAgreementKey = "swap-agreement-key"
  case lowerThreshold = "lower-threshold"
  case skipVersion = "skip-version"
  case moveSignatures = "move-signatures"
  case crossContext = "cross-contexts"
  case extraRecipient = "add-recipient"
  case leadHostAway = "lead-host-away"
  case advanceHost = "advance-host"
  case foreignToken = "foreign-token"
  case uncheckedToken = "skip-token-check"

  /// What it does, in one line.
  public var title: String {
    switch self {
    case .swapAgreementKey: "has a successor signed that lists a genuine HSM with a rogue one's agreement key"
    case .lowerThreshold: "has a successor signed whose quorum the dishonest operators make, who admit a rogue HSM then"
    case .skipVersion: "skips a version that nobody signed and that makes its own operator one"
    case .moveSignatures: "moves the signatures on a good successor to one that lists a rogue HSM"
    case .crossContext: "takes an HSM's signature on a token for one on a trust, by an operator who shares its key"
    case .extraRecipient: "asks an HSM to wrap the keys for a rogue one, too"
    case .leadHostAway: "installs its own domain at a host that has one"
    case .advanceHost: "moves a host to a trust that no quorum signed"
    case .foreignToken: "hands a host a token of its own domain"
    case .uncheckedToken: "hands a host a token of the host's trust with a key of its own"
    }
  }

  /// The rules of which each stops it; it wins where none is in force.
  public var stoppedBy: [String] {
    switch self {
    case .swapAgreementKey: ["operator.agreement-key-bound"]
    case .lowerThreshold: ["operator.quorum-kept"]
    case .skipVersion: ["successor.every-link"]
    case .moveSignatures: ["successor.signature-covers-whole-trust"]
    case .crossContext: ["successor.context-separated"]
    case .extraRecipient: ["wrap.exactly-the-members"]
    case .leadHostAway: ["host.root-installed-once"]
    case .advanceHost: ["host.successor-checked"]
    case .foreignToken: ["host.token-trust-is-current"]
    case .uncheckedToken: ["token.signer-is-member"]
    }
  }

  /// The rule that stops it alone; nil where more than one does.
  public var rule: String? { stoppedBy.count == 1 ? stoppedBy.first : nil }

  /// Whether an honest domain comes to list by it what is not genuine.
  public var breaches: Bool {
    switch self {
    case .swapAgreementKey, .lowerThreshold, .skipVersion, .moveSignatures, .advanceHost: true
    case .crossContext, .extraRecipient, .leadHostAway, .foreignToken, .uncheckedToken: false
    }
  }
}
