import Foundation
import TestSupport
import Testing

/// `check` on games and hops: met for the right reason, not met for a wrong one, and one error for a case that cannot be played.
@Suite struct GameCheckTests {
  private static let good = """
    expectations:
      - hop: ind_uf
        adversary: guess
        set: {signatureBits: 6}
        trials: 2000
        expect: boundAttained
        because: {violations: 0, bad-event: seen, reduction: holds}
    """
  private static let planted = """
    expectations:
      - game: signature-idealization
        adversary: replay
        twin: forgetful
        trials: 20
        expect: invalid
        because: {violations: 20, violation: the two answers to query 3 differ}
    """

  private func check(_ text: String, _ options: String...) throws -> Gamekeeper.Run {
    try runOnFile(text, ["check", "{}"] + options).run
  }

  @Test(arguments: [good, planted]) func aHopThatEndsForTheStatedReasonIsMet(_ text: String) throws {
    let run = try check(text)
    #expect(run.status == 0 && run.output.hasSuffix("met: 2 of 2 canaries, 1 of 1 expectations\n"), "\(run.output)")
    #expect(!run.output.contains("rules were not seen"), "no rule was asked, and nobody said one should be")
  }

  /// Counted at 6 bits, where 4 of 2⁶ signatures are all that the bound counts; by chances at 64, where it counts the adversary's
  /// own keys and those that it verified under in advance as much. Of a planted defect nothing is said.
  @Test(arguments: [(6, 0.98), (64, 0.333)]) func howMuchOfTheBoundIsUsedIsSaid(_ bits: Int, _ truth: Double) throws {
    let text = Self.good.replacing("signatureBits: 6", with: "signatureBits: \(bits)")
      .replacing("boundAttained", with: "atMostBound").replacing(", bad-event: seen, reduction: holds", with: "")
    let record = try JSONSerialization.jsonObject(with: Data(try check(text, "--format", "json").output.utf8)) as? [String: Any]
    let cases = record?["cases"] as? [[String: Any]] ?? []
    let share = try #require(cases.compactMap { $0["share"] as? [String: Any] }.first)
    let (lower, upper) = (try #require(share["lower"] as? Double), try #require(share["upper"] as? Double))
    #expect(truth / 2 < lower && lower < truth && truth < upper && upper < 2 * truth, "\(share)")
    #expect(try check(text).output.contains(" of the bound, in ["))
    #expect(try !check(Self.planted).output.contains("of the bound"))
  }

  /// By a copy of the program, among folders that are somebody else's.
  @Test func theShippedExpectationsAreMet() throws {
    let run = try ShippedFilesTests.shell("./gamekeeper check --require-coverage")
    #expect(run.status == 0 && run.output.contains("\nmet: 2 of 2 canaries, "), "\(run.output)")
  }

  @Test func coverageIsToldWhereItIsAskedFor() throws {
    let run = try check(Self.good, "--require-coverage")
    #expect(run.status == 1 && run.output.contains("not-met: coverage of successor.extends-parent"))
  }

  @Test(arguments: [
    (good, "boundAttained", "withinBound", "it ends with boundAttained"),
    (good, "bad-event: seen", "bad-event: never", "the bad event was seen in "),
    (
      good, "reduction: holds", "reduction: refuted",
      "the reduction's inequality is found: holds (the two events coincide in every trial), but should be: refuted"
    ),
    (good, "violations: 0", "violations: 1", "0 of 2000 trials in lockstep refute it, but 1 should"),
    (good, "violations: 0", "violation: anything", "the first violation is none"),
    (good, "violations: 0", "reason: conclusive", "which does not say “conclusive”"),
    (good, "adversary: guess", "adversary: idle", "it ends with withinBound"),
    (
      planted, "violations: 20", "violations: 0",
      "20 of 20 trials in lockstep refute it: the two answers to query 3 differ before the bad event, but 0 should"
    ),
    (
      planted, "to query 3", "to query 4",
      "the first violation is “the two answers to query 3 differ before the bad event”, but should be"
    ),
    (planted, "    twin: forgetful\n", "", "it ends with "),
  ])
  func aHopThatEndsForAnotherReasonIsNotMet(_ text: String, _ find: String, _ replace: String, _ expected: String) throws {
    #expect(text.contains(find))
    let run = try check(text.replacingOccurrences(of: find, with: replace))
    #expect(run.status == 1 || run.status == 2)
    #expect(run.output.contains(expected) && run.output.contains("replay: gk1:"), "\(run.output)")
  }

  // MARK: Commands

  private static let guess = PackageRoot.url.appending(path: "Adversaries/External/python/guess.py").path

  /// With the seed that it states: the run of the adversary of this name, in Python.
  @Test func aCommandPlaysACase() throws {
    let text = Self.good.replacing("adversary: guess", with: "adversary-command: python3 \(Self.guess)\n    seed: 1")
    let run = try check(text)
    #expect(run.status == 0 && run.output.hasSuffix("met: 2 of 2 canaries, 1 of 1 expectations\n"), "\(run)")
    let other = try check(text.replacing("expect: boundAttained", with: "expect: withinBound"))
    #expect(other.status == 1 && other.output.contains("replay: gk3:hop/ind_uf/!python3"), "\(other)")
  }

  @Test(arguments: [
    ("adversary: guess", "adversary: guess\n    adversary-command: ./mine", "are two adversaries"),
    ("adversary: guess", "sandbox: none", "nothing is confined without an `adversary-command`"),
    ("adversary: guess", "adversary-command: ./mine\n    sandbox: loose", "unknown sandbox `loose`"),
    ("adversary: guess", "adversary-command: no-such-program", "there is no program `no-such-program`"),
    ("adversary: guess", "adversary-command: a | b", "`adversary-command: a | b`: "),
  ]) func aCommandThatCannotPlayIsAnError(_ find: String, _ replace: String, _ expected: String) throws {
    let run = try check(Self.good.replacing(find, with: replace))
    #expect(run.status == 65 && run.output.contains(expected), "\(run)")
  }

  @Test(arguments: [
    ("hop: ind_uf", "hop: ind_ufo", "line 2, `expectations[0]`: unknown hop `ind_ufo` (did you mean `ind_uf`?)"),
    ("hop: ind_uf", "game: ind_uf", "`ind_uf` is a hop, not a game (gamekeeper hop ind_uf)"),
    ("adversary: guess", "adversary: gues", "did you mean `guess`?"),
    ("adversary: guess", "adversary: birthday", "adversary `birthday` does not play hop `ind_uf` (these do: guess,"),
    ("signatureBits: 6", "signatureBits: 99", "parameter `signatureBits=99` is out of range"),
    ("signatureBits: 6", "signatureBit: 6", "did you mean `signatureBits`?"),
    ("adversary: guess", "adversary: guess\n    suite: kmss", "unknown suite `kmss` (did you mean `kms`?)"),
    ("adversary: guess", "adversary: guess\n    twin: forgetful", "unknown twin of ind_uf `forgetful` (there is none)"),
  ])
  func aCaseThatCannotBePlayedIsAnErrorWithItsLine(_ find: String, _ replace: String, _ expected: String) throws {
    let run = try check(Self.good.replacingOccurrences(of: find, with: replace))
    #expect(run.status == 65 && run.output.contains(expected), "\(run.output)")
  }
}
