public import DomainManagement
public import GameKit
public import Records

/// What may be asked in the game of key secrecy (docs/model.md, section 3.6).
///
/// Whatever crosses the network (trusts, authorisations, tokens, wrapped keys) is named by the number under which it crossed; the
/// adversary may combine the parts of what it has seen and made in every way, and change their bytes where that is an attack.
/// Entities are numbered by kind, genuine and rogue ones together. **[ours]**
public enum KeySecrecyQuery: GameQuery {
  // Set-up.
  case newOperator(isHonest: Bool)
  case newHSM
  case newHost
  /// A genuine host that is corrupt: under its identity the adversary asks HSMs what it likes.
  case newCorruptHost
  /// An entity of the adversary's own. The operators' registry does not list it.
  case rogue(EntityKind)
  /// An operator whose identity is an HSM's: honest and genuine with a genuine HSM, rogue with a rogue one.
  case sharedOperator(hsm: Int)

  // What anybody can compute.
  /// Write a trust down and compute its fingerprint.
  case trust(TrustSketch)
  /// Write down the `candidate`-th guess of an operator's signature on a trust.
  case guessEndorsement(operator: Int, trust: Int, candidate: UInt64)
  /// Change an endorsement's signature into another one that a scheme without strong unforgeability accepts.
  case maul(endorsement: Int)
  /// Read a token's signature, with what it was made on, as an endorsement by this signer.
  case endorsement(ofToken: Int, signer: IdentityReference)
  /// Wrap fresh keys of the adversary's own to HSMs, under the fingerprint of a trust.
  case wrap(handles: [Int], hsms: [Int], trust: Int)
  /// Claim that an HSM's share of wrapped keys belongs to another trust, the other shares left out; with a candidate, the
  /// authentication tag is guessed, too. One share, because each has a tag of its own: it is one guess.
  case retag(WrapReference, trust: Int, hsm: Int, candidate: UInt64?)
  /// Write a token down.
  case token(TokenSketch)
  /// Open a token with the secret of a rogue HSM.
  case pry(token: Int, hsm: Int)
  /// Open an HSM's share of a token with a guessed agreement secret. On real suites nobody guesses one.
  case openWithExponent(token: Int, hsm: Int, exponent: UInt64)
  /// Open an HSM's share of a token with the `candidate`-th symmetric key.
  case openWithKey(token: Int, hsm: Int, candidate: UInt64)

  // The protocol.
  case authorise(operator: Int, trust: Int)
  /// The coordinator, whom nobody trusts, chooses the recipients; nil stands for the HSMs of the trust, here and below.
  case found(hsm: Int, trust: Int, endorsements: [Int], recipients: [AgreementReference]? = nil)
  case addKey(hsm: Int, token: Int, handle: Int, recipients: [AgreementReference]? = nil)
  case update(hsm: Int, token: Int, path: [LinkReference], recipients: [AgreementReference]? = nil)
  case install(host: Int, trust: Int)
  case advance(host: Int, path: [LinkReference])
  /// Have a host check a token, as it does before it asks an HSM for anything.
  case present(host: Int, token: Int)

  // The challenge.
  /// The key that a host would be served with: the real one (left) or an independent one (right).
  case test(KeyRequest)
  /// The real key.
  case corrupt(KeyRequest)

  public enum Kind: Int, QueryKind {
    case operators, hsms, hosts, own, trusts, operatorForgeries, hsmForgeries, openings, network, keys, challenge

    public var symbol: String {
      switch self {
      case .operators: "q_ops"
      case .hsms: "q_hid"
      case .hosts: "q_hosts"
      case .own: "q_own"
      case .trusts: "q_hash"
      case .operatorForgeries: "q_opforge"
      case .hsmForgeries: "q_hsmforge"
      case .openings: "q_open"
      case .network: "q_net"
      case .keys: "q_dom"
      case .challenge: "q_test"
      }
    }

    public var resource: Resource? {
      switch self {
      case .operators, .hsms, .hosts, .own, .keys: .keys
      case .operatorForgeries, .hsmForgeries, .openings: .verifications
      case .trusts: .hashEvaluations
      case .network, .challenge: nil
      }
    }
  }

  /// What has a chance of its own to be right is a guess, however it was come by: a signature that is changed or copied to
  /// another signer, an old tag under another trust.
  public var kind: Kind {
    switch self {
    case .newOperator, .sharedOperator: .operators
    case .newHSM: .hsms
    case .newHost, .newCorruptHost: .hosts
    case .rogue: .own
    case .trust: .trusts
    case .guessEndorsement, .maul: .operatorForgeries
    case .token(let sketch):
      switch sketch.signature {
      case .own, .ownOn, .ofOperator: .network
      case .ofEndorsement, .candidate, .copied, .mauled: .hsmForgeries
      }
    case .endorsement: .hsmForgeries
    case .retag, .openWithExponent, .openWithKey: .openings
    case .wrap, .pry, .authorise, .found, .update, .install, .advance, .present: .network
    case .addKey: .keys
    case .test, .corrupt: .challenge
    }
  }

  public var description: String {
    switch self {
    case .newOperator(let isHonest): "newOperator(\(isHonest ? "honest" : "dishonest"))"
    case .newHSM: "newHSM()"
    case .newHost: "newHost()"
    case .newCorruptHost: "newCorruptHost()"
    case .rogue(let kind): "rogue(\(kind.rawValue))"
    case .sharedOperator(let hsm): "sharedOperator(HSM \(hsm))"
    case .trust(let sketch): "trust(\(sketch))"
    case .guessEndorsement(let maker, let trust, let candidate):
      "guessEndorsement(operator \(maker), trust \(trust), candidate \(candidate))"
    case .maul(let endorsement): "maul(endorsement \(endorsement))"
    case .endorsement(let token, let signer): "endorsement(of token \(token), by \(signer))"
    case .wrap(let handles, let hsms, let trust): "wrap(handles \(handles), HSMs \(hsms), trust \(trust))"
    case .retag(let wrap, let trust, let hsm, let candidate):
      "retag(\(wrap), trust \(trust), HSM \(hsm)\(candidate.map { ", candidate \($0)" } ?? ""))"
    case .token(let sketch): "token(\(sketch))"
    case .pry(let token, let hsm): "pry(token \(token), HSM \(hsm))"
    case .openWithExponent(let token, let hsm, let exponent): "open(token \(token), HSM \(hsm), exponent \(exponent))"
    case .openWithKey(let token, let hsm, let candidate): "open(token \(token), HSM \(hsm), key \(candidate))"
    case .authorise(let maker, let trust): "authorise(operator \(maker), trust \(trust))"
    case .found(let hsm, let trust, let endorsements, let recipients):
      "found(HSM \(hsm), trust \(trust), by \(endorsements)\(Self.words(recipients)))"
    case .addKey(let hsm, let token, let handle, let recipients):
      "addKey(HSM \(hsm), token \(token), handle \(handle)\(Self.words(recipients)))"
    case .update(let hsm, let token, let path, let recipients):
      "update(HSM \(hsm), token \(token), \(path)\(Self.words(recipients)))"
    case .install(let host, let trust): "install(host \(host), trust \(trust))"
    case .advance(let host, let path): "advance(host \(host), \(path))"
    case .present(let host, let token): "present(host \(host), token \(token))"
    case .test(let request): "test(\(request))"
    case .corrupt(let request): "corrupt(\(request))"
    }
  }

  /// What the protocol asks its policy here: a rule about nothing of this cannot matter in the games.
  public static var questions: Set<QuestionKind> {
    [.authorise, .found, .use, .addKey, .succeed, .wrap, .serve, .install, .advance, .present]
  }

  private static func words(_ recipients: [AgreementReference]?) -> String { recipients.map { ", for \($0)" } ?? "" }
}
