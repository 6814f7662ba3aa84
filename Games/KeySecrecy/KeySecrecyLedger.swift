internal import Coins
public import GameKit
public import Primitives

/// The ledger of the protocol's identities, signatures and fingerprints, kept where its services decide them.
public struct KeySecrecyLedger<Base: Suite, Query: GameQuery, Answer>: Ledger {
  private var parts: KeySecrecyCauses<Base>
  private let journal: Journal<KeySecrecyServices<Base>.Entry>
  private let budgets: Budgets
  typealias Budgets = (Budget<Query.Kind>) -> (keySecrecy: Budget<KeySecrecyQuery.Kind>, decryptions: Int)

  /// - Parameter budgets: what a budget leaves to an adversary against key secrecy, and how often users decrypt.
  init(
    _ parts: KeySecrecyCauses<Base>, _ journal: Journal<KeySecrecyServices<Base>.Entry>,
    budgets: @escaping Budgets
  ) {
    (self.parts, self.journal, self.budgets) = (parts, journal, budgets)
  }

  public mutating func restart() {
    journal.removeAll()
    parts.restart()
  }

  public mutating func note(_ query: Query, _ answer: Answer, in account: inout Account) {
    journal.read { parts.note($0, in: &account) }
  }

  public func most(within budget: Budget<Query.Kind>) -> Double {
    let (keySecrecy, decryptions) = budgets(budget)
    return parts.most(within: keySecrecy, decryptions: decryptions)
  }
}

extension KeySecrecyGame {
  public typealias Ledger = KeySecrecyLedger<Base, KeySecrecyQuery, KeySecrecyAnswer>

  /// Makes the ledger beside the first game, of all causes of which one is kept; nil where chances are not known.
  public static func ledger(_ rules: KeySecrecyRules<Base>) -> (@Sendable (inout KeySecrecyGame) -> Ledger)? {
    guard let causes = KeySecrecyCauses(.all, rules, nil) else { return nil }
    return { game in Ledger(causes, game.overhear()) { ($0, 0) } }
  }

  /// From now on, whatever its services answer is written down.
  mutating func overhear() -> Journal<KeySecrecyServices<Base>.Entry> {
    own()
    return services.overhear(rules.recipients(of: variant))
  }
}

extension KeySecrecyHop {
  public typealias Ledger = KeySecrecyLedger<Base, KeySecrecyQuery, KeySecrecyAnswer>

  /// Makes the ledger beside the left game; nil where chances are not known, or where the games are not identical until a cause.
  public var ledger: (@Sendable (inout KeySecrecyGame<Base>) -> Ledger)? {
    guard let causes else { return nil }
    return { game in Ledger(causes, game.overhear()) { ($0, 0) } }
  }

  /// Of the bad event; nil where there is no ledger.
  var causes: KeySecrecyCauses<Base>? {
    switch stage {
    case .distinctKeys: KeySecrecyCauses(.equalIdentities, rules, exposed)
    case .operatorSignatures: KeySecrecyCauses(.operatorSignatures, rules, exposed)
    case .hsmSignatures: KeySecrecyCauses(.hsmSignatures, rules, exposed)
    case .chain: KeySecrecyCauses(.fingerprints, rules, exposed)
    // Under the quorum assumption nothing can make a difference.
    case .policy where rules.keepsQuorumAssumption: KeySecrecyCauses([], rules, exposed)
    case .real, .policy, .recordedWraps, .encryption, .keyless: nil
    }
  }
}
