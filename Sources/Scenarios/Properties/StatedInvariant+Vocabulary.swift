internal import Formulas
internal import Records

/// What can be said of a trust in force, each word with what it means: the reader takes these and no others.
extension StatedInvariant {
  /// Of what a formula can speak of all: searches look at each that is listed or registered, and at strangers, and a proof means
  /// no others; commands are three. Trusts, endorsements or ballots that nobody has made are in no search.
  static let sorts: KeyValuePairs<Sort, String> = [
    .identity: "an operator, an HSM or a host, by its identity key: listed, registered or a stranger",
    .agreementKey: "a key that keys are wrapped for: listed, registered or a stranger's",
    .command: "what operators authorise: `found`, `update` or `rotateKey`",
    .way: "one of the ways to authorise a command: one of a trust's, or of the global rules'",
    .need: "what a way asks for: so many operators of one role, or of any",
  ]

  /// Of ways and needs a formula speaks where a trust or the global rules name them.
  static let guards: [Sort: [Relation]] = [.way: [.way, .globalWay], .need: [.need]]

  static let relations: KeyValuePairs<Relation, String> = [
    .isOperator: "the trust lists it as an operator",
    .isHSM: "the trust lists it as an HSM, with whatever key",
    .isPair: "the trust lists it as an HSM, with this key",
    .isHost: "the trust lists it as a host",
    .isInOwnRole: "it has the role in the trust that is registered, or has none in either",
    .isByRole: "the quorum of the trust is not one number: roles or commands differ",
    .genuineOperator: "it is registered as an operator",
    .genuineHSM: "it is registered as an HSM",
    .genuineHost: "it is registered as a host",
    .ownKey: "it is registered as an HSM, with this key",
    .honest: "it is a genuine operator that the adversary does not have; no rule knows who is",
    .way: "it is one of the trust's ways to authorise the command",
    .globalWay: "it is one of the global rules' ways to authorise the command",
    .need: "the way asks for it, beside its other needs",
    .covers: "whoever is enough for the way is enough for the need, too",
    .asksNobody: "it asks for no operator: its number is 0",
    .isManned: "the trust lists as many operators of the role as it asks for",
  ]

  /// Digests are compared for equality alone: so a search may tell them apart by no more than that.
  static let functions: KeyValuePairs<Function, String> = [
    .fingerprint: "its fingerprint, which no other trust has",
    .parent: "the fingerprint of its parent; `none` in a founding trust",
    .domain: "the fingerprint of the founding trust that it names; `none` in a founding trust",
    .domainName: "the fingerprint of its domain's founding trust: its own where it names none",
    .none: "the fingerprint of no trust",
    .found: "to found a domain",
    .update: "to put a successor in the place of a trust",
    .rotateKey: "to retire a domain key and to draw another one",
  ]

  static let vocabulary: [FileWord] =
    [FileWord("trust", Sort.trust.rawValue, "the trust in force; no other trust can be spoken of")]
    + sorts.map { FileWord($0.rawValue, "sort", $1) }
    + relations.map { FileWord(form($0.rawValue, $0.signature), "relation", $1) }
    + functions.map { FileWord(form($0.rawValue, $0.signature.arguments), $0.signature.result.rawValue, $1) }

  private static func form(_ name: String, _ sorts: [Sort]) -> String {
    sorts.isEmpty ? name : "\(name)(\(sorts.map(\.rawValue).joined(separator: ", ")))"
  }
}
