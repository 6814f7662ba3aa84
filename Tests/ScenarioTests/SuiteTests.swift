import Records
import Reports
import Primitives
import Scenarios
import Testing

/// The same scenarios on real cryptography: what the ideal suite says holds there too.
@Suite struct SuiteTests {
  @Test(arguments: ShippedScenarioTests.files) func realCryptographyAgreesWithIdeal(file: String) throws {
    let scenario = try Folder.scenario(file)
    for suite in [SuiteName.kms, .kmsLowS, .modern, .calibrated] {
      #expect(try ScenarioRunner.run(scenario, suite: suite).isAsExpected, "\(suite) intact")
      guard let twin = scenario.twin else { continue }
      let report = try ScenarioRunner.run(scenario, policy: PolicySelection(without: twin.without, with: twin.with), suite: suite)
      #expect(report.isAsExpected, "\(suite): \(report.text)")
    }
  }

  @Test func theSameSeedGivesTheSameReport() throws {
    let scenario = try Folder.scenario("transplant.yaml")
    #expect(
      try ScenarioRunner.run(scenario, suite: .kms, seed: 7).json == ScenarioRunner.run(scenario, suite: .kms, seed: 7).json)
  }
}
