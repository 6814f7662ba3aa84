/// What formulas speak of. Quorums are a sort of their own, the ballots: what is counted is never a number of operators, but
/// whether a ballot is one that a trust asks for, as Ivy and mypyvy have it.
public enum Sort: String, CaseIterable, Codable, Hashable, Sendable {
  case trust = "Trust"
  /// The identity key of an operator, an HSM or a host.
  case identity = "Identity"
  case agreementKey = "AgreementKey"
  case digest = "Digest"
  case endorsement = "Endorsement"
  /// Endorsements that are counted together.
  case ballot = "Ballot"
  /// One of the ways in which a trust lets a command be authorised.
  case way = "Way"
  /// So many operators of a role, or of any: what a way asks for.
  case need = "Need"
  case command = "Command"
  case domainKey = "DomainKey"
  case handle = "Handle"
  case wrap = "Wrap"
  case token = "Token"
  /// A step of a path of trusts, with what authorises it.
  case link = "Link"
  /// An order to rotate a key.
  case order = "Order"
  /// Versions, and numbers of keys.
  case count = "Count"

  /// How a variable of this sort is written.
  var letter: String {
    switch self {
    case .trust: "T"
    case .identity: "x"
    case .agreementKey: "a"
    case .digest: "d"
    case .endorsement: "s"
    case .ballot: "Q"
    case .way: "r"
    case .need: "n"
    case .command: "c"
    case .domainKey: "k"
    case .handle: "h"
    case .wrap: "w"
    case .token: "t"
    case .link: "l"
    case .order: "o"
    case .count: "i"
    }
  }
}

/// A sort as a type: a term of one is not taken for a term of another.
public protocol Kind { static var sort: Sort { get } }

public enum Trusts: Kind { public static let sort = Sort.trust }
public enum Identities: Kind { public static let sort = Sort.identity }
public enum AgreementKeys: Kind { public static let sort = Sort.agreementKey }
public enum Digests: Kind { public static let sort = Sort.digest }
public enum Endorsements: Kind { public static let sort = Sort.endorsement }
public enum Ballots: Kind { public static let sort = Sort.ballot }
public enum Ways: Kind { public static let sort = Sort.way }
public enum Needs: Kind { public static let sort = Sort.need }
public enum Commands: Kind { public static let sort = Sort.command }
public enum Secrets: Kind { public static let sort = Sort.domainKey }
public enum Handles: Kind { public static let sort = Sort.handle }
public enum Wraps: Kind { public static let sort = Sort.wrap }
public enum Tokens: Kind { public static let sort = Sort.token }
public enum Links: Kind { public static let sort = Sort.link }
public enum Orders: Kind { public static let sort = Sort.order }
public enum Counts: Kind { public static let sort = Sort.count }
