/// How many trials one attack of an adversary that has several is credited with: the bad event occurred in it, or its bits told
/// the worlds apart. A count of this run, without a claim about chances.
public struct CreditRecord: Codable, Sendable {
  public let attack: String
  public let trials: UInt64

  public init(attack: String, trials: UInt64) { (self.attack, self.trials) = (attack, trials) }
}
