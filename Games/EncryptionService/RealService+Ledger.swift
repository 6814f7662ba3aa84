import GameKit
import Primitives

extension RealService {
  public typealias Ledger = KeySecrecyLedger<Base, EncryptionServiceQuery, EncryptionServiceAnswer>

  /// Makes the ledger beside the real service, of all causes of which one is kept; nil where chances are not known.
  public static func ledger(_ rules: KeySecrecyRules<Base>) -> (@Sendable (inout RealService) -> Ledger)? {
    let kinds: KeySecrecyCauses<Base>.Kinds = [.equalIdentities, .operatorSignatures, .hsmSignatures, .fingerprints, .tags]
    guard let causes = KeySecrecyCauses(kinds, rules, nil) else { return nil }
    return { service in
      Ledger(causes, service.overhear()) { budget in
        (Budget { budget[EncryptionServiceQuery.Kind($0)] }, budget[.decryptions])
      }
    }
  }
}
