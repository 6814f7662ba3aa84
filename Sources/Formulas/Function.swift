/// The functions of the vocabulary; those without arguments are constants.
public enum Function: String, CaseIterable, Hashable, Sendable {
  case fingerprint, parent, domain, domainName, none
  case found, update, rotateKey
  case signer, about, orderSigned, wrapSigned
  case orderTrust, orderVersion
  case tag, activeVersion, deactivated
  case trustOfToken, wrapOfToken, signerOfToken, trustSignedInToken, wrapSignedInToken
  case linkTrust, linkParent

  public var signature: (arguments: [Sort], result: Sort) {
    switch self {
    case .fingerprint, .parent, .domain, .domainName: ([.trust], .digest)
    case .none: ([], .digest)
    case .found, .update, .rotateKey: ([], .command)
    case .signer: ([.endorsement], .identity)
    case .about: ([.endorsement], .trust)
    case .orderSigned: ([.endorsement], .order)
    case .wrapSigned: ([.endorsement], .wrap)
    case .orderTrust: ([.order], .digest)
    case .orderVersion: ([.order], .count)
    case .tag: ([.wrap], .digest)
    case .activeVersion, .deactivated: ([.wrap, .handle], .count)
    case .trustOfToken, .trustSignedInToken: ([.token], .trust)
    case .wrapOfToken, .wrapSignedInToken: ([.token], .wrap)
    case .signerOfToken: ([.token], .identity)
    case .linkTrust, .linkParent: ([.link], .trust)
    }
  }

  /// As mathematics writes it.
  var sign: String {
    switch self {
    case .fingerprint: "fp"
    case .none: "⊥"
    case .rotateKey: "rotate"
    case .orderSigned: "order"
    case .wrapSigned, .wrapSignedInToken: "wrap signed"
    case .orderTrust: "trust ordered"
    case .orderVersion: "version ordered"
    case .activeVersion: "active"
    case .trustOfToken: "trust"
    case .wrapOfToken: "wrap"
    case .signerOfToken: "signer"
    case .trustSignedInToken: "trust signed"
    case .linkTrust: "successor"
    case .linkParent: "before"
    default: rawValue
    }
  }
}
