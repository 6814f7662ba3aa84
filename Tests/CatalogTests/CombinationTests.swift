import Arena
import Catalog
import Foundation
import Primitives
import Referee
import Testing

/// Whatever is listed can be built and played: every entry with every adversary on every suite, as it is and with every planted
/// defect.
@Suite struct CombinationTests {
  @Test(arguments: Catalog.registry.entries.map(\.name)) func everyListedCombinationIsPlayed(_ name: String) throws {
    let registry = Catalog.registry
    let entry = try registry.entry(name)
    var played = 0
    for suite in entry.suites {
      for adversary in entry.adversaries(on: suite) {
        for twin in twins(of: entry, for: adversary, on: suite) {
          let selection = try registry.select(
            entry, adversary: adversary, suite: suite.rawValue, settings: small(entry, adversary, suite), twin: twin)
          let experiment = selection.experiment
          let tally = experiment.run(0..<1, source: .init(seed: 5))
          #expect(tally.trials == 1, "\(name) \(adversary) \(suite) \(twin ?? "")")
          #expect(experiment.measure == selection.measure, "\(name) \(adversary): the entry says what is measured")
          played += 1
        }
      }
    }
    #expect(played >= entry.attacks.count)
  }

  /// None and all; where there are many, or a trial is real cryptography, those that the adversary is named for. With
  /// LONG_TESTS=1 all of them on every suite.
  private func twins(of entry: Entry, for adversary: String, on suite: SuiteName) -> [String?] {
    let playsAll = isLong || suite.isCalibrated && entry.defects.count < 8
    return [nil]
      + entry.defects.filter { defect in
        (suite.isCalibrated || !defect.isCalibratedOnly) && (playsAll || defect.adversary == adversary)
      }.map { Optional($0.name) }
  }

  private let isLong = ProcessInfo.processInfo.environment["LONG_TESTS"] != nil

  /// Small enough for a trial of real cryptography to cost little.
  private func small(_ entry: Entry, _ adversary: String, _ suite: SuiteName) -> [(name: String, value: Int)] {
    [("queries", 4), ("rounds", 2), ("q_net", 60), ("q_hash", 4), ("q_own", 2), ("q_enc", 2), ("work", 16)].filter { setting in
      entry.parameters.contains {
        $0.name == setting.0 && $0.range.contains(setting.1) && $0.applies(to: suite) && $0.applies(to: adversary)
      }
    }
  }

  @Test func theCataloguesRowsFitEachOther() throws { try Catalog.registry.check() }
}
