package import GameKit
internal import Games
package import Records
internal import Words

/// The theorem as a fold over what its hops are paid: the facts beside the games say everything, and no formula is written here.
public enum MainTheorem {
  /// From the real service to the ideal one, in the order of the proof.
  package static let hops = HopFacts.keySecrecySequence + HopFacts.serviceSequence

  /// In the order in which they are walked: key secrecy is used within the first hop of the service.
  package static let way = HopFacts.serviceSequence.prefix(1) + HopFacts.keySecrecySequence + HopFacts.serviceSequence.dropFirst()

  /// Over symbols, in the order of the proof.
  package static let bound = doubled(hops)

  /// Over symbols, in the order of the theorem's table, with terms gathered.
  package static let published = 2 * asPublished.payment.gathered

  /// As mathematics, in the order of the theorem's table.
  public static let formula = formula(of: asPublished)

  /// The whole of it, with what its symbols are paid by hops further down.
  public static let statement = (["Adv ≤ \(formula)"] + asPublished.payment.definitions).joined(separator: ",   ")

  /// What each hop on the way is paid, each ε of a suite by itself; once, where the theorem doubles it.
  package static let payments = hops.payment.defining([:]).payments

  /// The hops that are paid nothing.
  public static let perfect = hops.map(\.name).filter { bound.paid(by: $0) == 0 }

  /// The hops below the domain key, from tokens of customer keys to files, and to a key for every message.
  public static let hierarchy = (HopFacts.envelopeSequence + HopFacts.nonceSequence).map(\.name)

  /// From operators to a user's file: the service of the theorem has the domain key of the first hop below it, and stands in its
  /// place.
  package static let toFiles = bound + below.payment

  /// The same as a record.
  package static let fileBound = FileBoundRecord(
    expression: "\(formula) + \(below.payment)", sum: toFiles, replaced: HopFacts.envelopeDomain.name,
    nonces: .init(HopFacts.nonceCollision.bound, paidTo: [HopFacts.nonceCollision.name]),
    derivedKeys: .init(derived.payment, paidTo: derived.map(\.name)))

  private static let below = HopFacts.envelopeSequence.dropFirst()
  private static let derived = [HopFacts.derivedKeysPRF, .derivedKeys]

  /// What the terms weigh when every ε is one unit.
  public static func weights(_ parameters: [String: Int]) -> [(term: String, weight: Double)] {
    TheoremTerm.all.flatMap { (2 * $0.payment.term).payments }.map { payment in
      let values = payment.term.symbols.map { ($0, parameters[$0].map(Double.init) ?? 1) }
      return ("\(payment.term)", payment.term.value(Dictionary(values) { $1 }) ?? 0)
    }
  }

  /// The sequence is walked with real keys, and back with random ones.
  package static func doubled(_ hops: [HopFacts]) -> Bound { 2 * hops.payment }

  package static func formula(of hops: [HopFacts]) -> String { "2·( \(hops.payment.gathered) )" }

  private static let asPublished = TheoremTerm.all.map(\.hop).eachOnce.flatMap { name in
    hops.filter { $0.name == name }
  }
}
