import Statistics
import TestSupport
import Testing

/// Outcomes that nobody saw are placed where they speak least for what is shown.
@Suite struct HiddenOutcomeTests {
  /// What the refuter sees counts as seen: half of the evidence is gone where the unseen trials may undo it.
  @Test func unknownDifferencesUndoWhatTheyCan() {
    func logE(_ unknown: Int) -> Double {
      BettingMixture.refuteAbsoluteLogE(plus: 1000, zero: 8000, minus: 0, unknown: unknown, bound: 0.01)
    }
    #expect(logE(0) > 500 && logE(1000) < 0)
    for unknown in [1, 10, 100, 500] { #expect(logE(unknown) < logE(unknown - 1), "\(unknown)") }
  }

  /// No placement of three unseen differences gives less than what is returned, and some placement not much more.
  @Test(arguments: [(9, 20, 1), (1, 20, 9), (4, 20, 4), (30, 0, 0)]) func noPlacementGivesLess(
    _ plus: Int, _ zero: Int, _ minus: Int
  ) {
    let least = BettingMixture.refuteAbsoluteLogE(plus: plus, zero: zero, minus: minus, unknown: 3, bound: 0.05)
    var placed: [Double] = []
    for up in 0...3 {
      for down in 0...(3 - up) {
        placed.append(
          BettingMixture.refuteAbsoluteLogE(plus: plus + up, zero: zero + 3 - up - down, minus: minus + down, bound: 0.05))
      }
    }
    #expect(placed.allSatisfy { $0 >= least - 1e-12 })
    #expect((placed.min() ?? .infinity) - least < 1.2)
  }

  /// Every way to place three hidden events among the outcomes, for both directions of a lossy reduction.
  @Test(arguments: [0.5, 1, 4]) func noPlacementOfHiddenEventsGivesLess(_ loss: Double) {
    for seen in [
      PairCounts(neither: 12, onlyFirst: 3, onlySecond: 2, both: 5), PairCounts(neither: 1, onlyFirst: 9, onlySecond: 6, both: 2),
    ] {
      let (refuted, certified) = (
        BettingMixture.refuteLossLogE(seen, hidden: 3, loss: loss), BettingMixture.certifyLossLogE(seen, hidden: 3, loss: loss)
      )
      var (refutations, certificates): ([Double], [Double]) = ([], [])
      for a in 0...min(3, seen.neither) {
        // a hidden events in trials without either, the rest beside the other event.
        let more = 3 - a
        if more <= seen.onlyFirst {
          let y = PairCounts(
            neither: seen.neither - a, onlyFirst: seen.onlyFirst - more, onlySecond: seen.onlySecond + a, both: seen.both + more)
          refutations.append(BettingMixture.refuteLossLogE(y, loss: loss))
        }
        if more <= seen.onlySecond {
          let x = PairCounts(
            neither: seen.neither - a, onlyFirst: seen.onlyFirst + a, onlySecond: seen.onlySecond - more, both: seen.both + more)
          certificates.append(BettingMixture.certifyLossLogE(x, loss: loss))
        }
      }
      #expect(refutations.count > 1 && abs((refutations.min() ?? 0) - refuted) < 1e-12)
      #expect(certificates.count > 1 && abs((certificates.min() ?? 0) - certified) < 1e-12)
    }
  }

  /// A thousand campaigns at the boundary in which every difference one way is forfeited: alarms stay within α, while counting a
  /// forfeit as no difference raises one in every campaign.
  @Test func forfeitsOfOneDirectionRaiseNoAlarm() {
    var generator = SplitMix(state: 9)
    var (alarms, naive) = (0, 0)
    let (alpha, campaigns) = (0.05, 1000)
    for _ in 0..<campaigns {
      var (plus, forfeits, isAlarm) = (0, 0, false)
      for look in [500, 1000, 2000] {
        for _ in (look == 500 ? 0 : look / 2)..<look {
          let draw = generator.next() % 100
          if draw < 11 { plus += 1 } else if draw < 21 { forfeits += 1 }
        }
        let (zero, threshold) = (look - plus - forfeits, 2.9957)
        isAlarm =
          isAlarm
          || BettingMixture.refuteAbsoluteLogE(plus: plus, zero: zero, minus: 0, unknown: forfeits, bound: 0.01) >= threshold
        if look == 2000, BettingMixture.refuteAbsoluteLogE(plus: plus, zero: zero + forfeits, minus: 0, bound: 0.01) >= threshold
        {
          naive += 1
        }
      }
      if isAlarm { alarms += 1 }
    }
    #expect(Double(alarms) <= alpha * Double(campaigns) && alarms > 0, "\(alarms): on the boundary some are due")
    #expect(naive == campaigns)
  }
}
