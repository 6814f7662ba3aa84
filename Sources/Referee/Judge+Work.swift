internal import Foundation
internal import Records
internal import Statistics

extension Judge {
  /// What a reduction asks that it is not charged, in words; nil where nothing of the kind is seen.
  ///
  /// A mean of numbers between 0 and 1 is tested as the probability of an event that occurred as often as the numbers are in
  /// sum: ln(1 + λ(x − m)) is concave in x, so that no wager gains more by that than by the numbers themselves **[ours]**.
  /// - Parameter sharing: the number of refutations that share one error.
  func excess(_ work: Work, _ charges: [Charge], _ trials: UInt64, sharing: Int) -> String? {
    for charge in charges {
      guard let asked = work.kinds.first(where: { $0.symbol == charge.symbol }) else { continue }
      if asked.most > charge.atMost {
        return "the reduction works more than it says: \(asked.most) of `\(charge.symbol)` in trial \(asked.trial), where "
          + "\(charge.atMost) are charged"
      }
      guard let mean = charge.onAverage, charge.atMost > 0 else { continue }
      let evidence = BettingMixture.refuteLogE(
        events: Int(asked.total / charge.atMost), trials: Int(trials), bound: mean / Double(charge.atMost))
      if evidence - log(Double(sharing)) >= logRefuted {
        let seen = (1000 * Double(asked.total) / Double(trials)).rounded() / 1000
        return "the reduction works more than it says: \(seen) of `\(charge.symbol)` in the mean of \(trials) trials, where "
          + "\(mean) are charged"
      }
    }
    return nil
  }

  /// What was asked beside what is charged; nil where nothing was measured.
  func records(_ work: Work, _ charges: [Charge], _ trials: UInt64) -> [WorkRecord]? {
    let records = work.kinds.map { asked in
      WorkRecord(
        symbol: asked.symbol, resource: asked.resource, most: asked.most, mean: Double(asked.total) / Double(max(1, trials)),
        charge: charges.first { $0.symbol == asked.symbol })
    }.filter { $0.most > 0 || $0.charge != nil }
    return records.isEmpty ? nil : records
  }
}
