public import Quorums

/// How much is searched. Within it the search is complete for the adversary's moves, and "holds" says no more than that:
///
/// - it hands every token that genuine HSMs gave out to every genuine HSM and host, in any order, for founding, adding keys,
///   updates, and for hosts to encrypt;
/// - it proposes every trust of the scope as successor: rightly, of another parent or domain, or back to an ancestor; endorsed by
///   the dishonest operators (any number of times), by signatures that nobody made, by those on the trust in force or on the one
///   nearest to it that honest operators would sign, and by an HSM's on a token;
/// - it skips one version: a link of its own without signatures, then one that its operators sign;
/// - it forges tokens from its own keys or a seen token's wrapped keys, under the trust in force or one of its own, signed by a
///   rogue HSM, by nobody or by a signature that was seen; and hands them on for adding a key and to hosts; and tokens of a
///   proposed successor to HSMs that sign as operators, too, for adding a key;
/// - it asks for recipients that the trust does not list, for a taken handle, for decryption of data and of wrapped keys by its
///   own host, and that a host be installed twice;
/// - where keys are rotated, it orders that the active version be retired, or the one before, signed by whom it likes; asks for
///   too few or too many keys to be kept, and for what a retired key must not do;
/// - where customer keys are wrapped, it has one drawn, and wrapped anew, under the active key or the one that was retired last,
///   and by a token that kept a key too many; and hands a key token in as data;
/// - where operators have roles, it lists them with any of these, and proposes the quorum rules that are assumed, the same with
///   one command that anybody can give alone, one signer for everything, and none.
///
/// It does not try longer skipped paths, forged tokens in updates, or what goes on once a property fell. That a token from before
/// a rotation brings the old key back is not held against it: HSMs keep no state, as the scenario `rotation-replayed` shows.
/// `RandomWalkTests` looks beyond the list, at random. [ours]
public struct ExplorationScope: Codable, Hashable, Sendable {
  /// Genuine operators, dishonest ones included.
  public var operators = 3
  public var dishonest = 1
  /// Key pairs of the adversary that pose as operators.
  public var rogueOperators = 1
  /// HSMs in all, rogue ones included.
  public var hsms = 2
  public var rogueHSMs = 1
  public var hosts = 1
  /// Key pairs of the adversary that pose as hosts.
  public var rogueHosts = 1
  /// 1: one domain. 2 or more: a second honest domain and one of the adversary beside it.
  public var domains = 2
  /// How many successors a founding trust may have in a row.
  public var depth = 2
  /// The global n: any n genuine operators are assumed to include an honest one. Or quorum rules in its place: whoever authorises
  /// a command by them.
  public var quorum: QuorumRules = 2
  /// How many honest operators have the identity key of a genuine HSM.
  public var sharedKeys = 0
  /// Wrapped keys can be read by anybody: a defective suite.
  public var transparentWrap = false

  /// How often the key is rotated in a row; 0: there is no rotation.
  public var rotations: Int {
    get { rotationsIfAny ?? 0 }
    set { rotationsIfAny = newValue == 0 ? nil : newValue }
  }
  /// Nil, and so not in a record, where nothing is rotated.
  private var rotationsIfAny: Int?

  /// How many customer keys are wrapped under the domain key; 0: there are none.
  public var customerKeys: Int {
    get { customerKeysIfAny ?? 0 }
    set { customerKeysIfAny = newValue == 0 ? nil : newValue }
  }
  /// Nil, and so not in a record, where there are none.
  private var customerKeysIfAny: Int?

  /// The roles of the genuine operators, in their order: honest ones stand first. Empty: nobody has one.
  public var roles: [String] {
    get { rolesIfAny ?? [] }
    set { rolesIfAny = newValue.isEmpty ? nil : newValue }
  }
  /// Nil, and so not in a record, where nobody has a role.
  private var rolesIfAny: [String]?

  private enum CodingKeys: String, CodingKey {
    case operators, dishonest, rogueOperators, hsms, rogueHSMs, hosts, rogueHosts, domains, depth, quorum, sharedKeys
    case transparentWrap, rotationsIfAny = "rotations", rolesIfAny = "roles", customerKeysIfAny = "customerKeys"
  }

  public init() {}

  public var honest: Int { operators - dishonest }
  public var genuineHSMs: Int { hsms - rogueHSMs }

  public var words: String {
    func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    var words = "\(counted(operators, "operator")) (\(dishonest) dishonest, n = \(quorum)) and \(rogueOperators) rogue, "
    words +=
      "\(counted(hsms, "HSM")) (\(rogueHSMs) rogue), \(counted(hosts, "host")) and \(rogueHosts) rogue, "
      + "\(counted(domains, "domain")), depth \(depth)"
    if sharedKeys > 0 { words += ", \(counted(sharedKeys, "shared key"))" }
    if !roles.isEmpty { words += ", roles \(roles.joined(separator: ", "))" }
    if rotations > 0 { words += ", \(counted(rotations, "rotation"))" }
    if customerKeys > 0 { words += ", \(counted(customerKeys, "customer key"))" }
    if transparentWrap { words += ", transparent wrapping" }
    return words
  }
}

extension ExplorationScope {
  public var quorumAssumption: QuorumAssumption {
    QuorumAssumption(quorum: quorum, genuine: operators, dishonest: (0..<max(0, dishonest)).map { role(of: honest + $0) })
  }

  /// Of a genuine operator; nil for one without.
  public func role(of index: Int) -> String? { roles.indices.contains(index) ? roles[index] : nil }
}
