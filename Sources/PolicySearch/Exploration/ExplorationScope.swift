public import Scenarios

/// How much is searched. Within it the search is complete for the adversary's moves, and "holds" says no more than that:
///
/// - it hands every token that genuine HSMs gave out to every genuine HSM and host, in any order, for founding, adding keys,
///   updates, and for hosts to encrypt;
/// - it proposes every trust of the scope as successor: rightly, of another parent or domain, or back to an ancestor; endorsed by
///   the dishonest operators (any number of times), by signatures that nobody made, by those on the trust in force or on the one
///   nearest to it that honest operators would sign, and by an HSM's on a token;
/// - it skips one version: a link of its own without signatures, then one that its operators sign;
/// - it forges tokens from its own keys or a seen token's wrapped keys, under the trust in force or one of its own, signed by a
///   rogue HSM, by nobody or by a signature that was seen; and hands them on for adding a key and to hosts;
/// - it asks for recipients that the trust does not list, for a taken handle, for decryption of data and of wrapped keys by its
///   own host, and that a host be installed twice.
///
/// It does not try longer skipped paths, forged tokens in updates, or what goes on once a property fell. `RandomWalkTests` looks
/// beyond the list, at random. [ours]
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
  /// The global n: any n genuine operators are assumed to include an honest one.
  public var quorum = 2
  /// How many honest operators have the identity key of a genuine HSM.
  public var sharedKeys = 0
  /// Wrapped keys can be read by anybody: a defective suite.
  public var transparentWrap = false

  public init() {}

  public var honest: Int { operators - dishonest }
  public var genuineHSMs: Int { hsms - rogueHSMs }

  /// What makes the scope empty or too large, in words; nil if it can be searched.
  public var objection: String? {
    let counts = [
      ("operators", operators), ("dishonest", dishonest), ("rogue-operators", rogueOperators), ("hsms", hsms),
      ("rogue-hsms", rogueHSMs),
      ("hosts", hosts), ("rogue-hosts", rogueHosts), ("domains", domains), ("depth", depth), ("quorum", quorum),
      ("shared-keys", sharedKeys),
    ]
    if let (name, count) = counts.first(where: { $0.1 < 0 }) { return "`--\(name)` is \(count), which is no count" }
    if let (name, count) = counts.first(where: { $0.1 > 64 }) { return "`--\(name)` is \(count); it should be at most 64" }
    if operators == 0 { return "the scope is empty: there are no operators" }
    if dishonest > operators { return "\(dishonest) of \(operators) operators cannot be dishonest" }
    if rogueHSMs >= hsms {
      return "the scope is empty: all HSMs are rogue (--hsms \(hsms), --rogue-hsms \(rogueHSMs)), so nobody keeps the rules"
    }
    if quorum < 1 || quorum > operators {
      return "a quorum of \(quorum) cannot be had from \(operators) operators, so nothing would ever happen"
    }
    if sharedKeys > min(honest, genuineHSMs) {
      return "\(sharedKeys) identities cannot be shared by \(honest) honest operators and \(genuineHSMs) genuine HSMs"
    }
    if domains < 1 { return "the scope is empty: there are no domains" }
    if operators + rogueOperators > 14 || hosts + rogueHosts > 14 || hsms > 10 { return tooLarge(SearchLimits()) }
    return nil
  }

  public var words: String {
    func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    var words = "\(counted(operators, "operator")) (\(dishonest) dishonest, n = \(quorum)) and \(rogueOperators) rogue, "
    words +=
      "\(counted(hsms, "HSM")) (\(rogueHSMs) rogue), \(counted(hosts, "host")) and \(rogueHosts) rogue, "
      + "\(counted(domains, "domain")), depth \(depth)"
    if sharedKeys > 0 { words += ", \(counted(sharedKeys, "shared key"))" }
    if transparentWrap { words += ", transparent wrapping" }
    return words
  }
}

extension ExplorationScope {
  public var quorumAssumption: QuorumAssumption { QuorumAssumption(quorum: quorum, genuine: operators, dishonest: dishonest) }
}
