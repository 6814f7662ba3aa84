import GameKit
import Primitives

extension KeySecrecyLedger where Query == EncryptionServiceQuery {
  /// Beside an encryption service: of its queries those to the network are what an adversary against key secrecy asks.
  fileprivate init(_ causes: KeySecrecyCauses<Base>, within service: Journal<KeySecrecyServices<Base>.Entry>) {
    self.init(causes, service) { budget in (Budget { budget[EncryptionServiceQuery.Kind($0)] }, budget[.decryptions]) }
  }
}

extension RealService {
  public typealias Ledger = KeySecrecyLedger<Base, EncryptionServiceQuery, EncryptionServiceAnswer>

  /// Makes the ledger beside the real service, of all causes of which one is kept; nil where chances are not known.
  public static func ledger(_ rules: KeySecrecyRules<Base>) -> (@Sendable (inout RealService) -> Ledger)? {
    guard let causes = KeySecrecyCauses(.all, rules, nil) else { return nil }
    return { Ledger(causes, within: $0.overhear()) }
  }
}

extension SimulatorStep {
  public typealias Ledger = KeySecrecyLedger<Base, EncryptionServiceQuery, EncryptionServiceAnswer>

  /// Makes the ledger beside the ideal service over the step's left game: the causes are the step's; nil where it has no ledger.
  public var ledger: (@Sendable (inout World) -> Ledger)? {
    guard let causes = step.causes else { return nil }
    return { Ledger(causes, within: $0.overhear()) }
  }
}
