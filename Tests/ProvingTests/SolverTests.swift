import Proving
import Records
import Reports
import Testing

/// A solver that is not there, or does not do what it should.
@Suite struct SolverTests {
  private func proof(_ command: [String], limit: Duration = .seconds(20)) throws -> ProofRecord {
    try Prover(.intact, settings: Proved.settings(limit: limit, command: command)).run()
  }

  @Test func aMissingOneIsNamed() throws {
    do {
      _ = try proof(["no-such-solver"])
      Issue.record("there is no such program")
    } catch let error as Prover.Failure {
      guard case .solver(.missing(.z3, let reason)) = error else { throw error }
      #expect(reason.contains("no-such-solver"))
    }
  }

  @Test(arguments: [
    (["sh", "-c", "kill -9 $$"], "was killed by SIGKILL"), (["sh", "-c", "exit 3"], "ended with status 3"),
  ]) func oneThatEndsIsLostOnALemma(_ command: [String], _ words: String) throws {
    let proof = try proof(command)
    let lost = try #require(proof.unknown.first)
    #expect(!proof.isProved && proof.exitStatus == .inconclusive)
    #expect(!lost.lemma.isEmpty && lost.remark?.contains(words) == true, "\(lost)")
  }

  @Test func aSilentOneIsEnded() throws {
    var settings = Proved.settings(limit: .milliseconds(200), command: ["sleep", "1000"])
    settings.grace = .milliseconds(300)
    let proof = try Prover(.intact, settings: settings).run()
    #expect(proof.unknown.first?.remark?.contains("wrote no line") == true)
    #expect(proof.exitStatus == .inconclusive)
  }

  /// Answers every question alike.
  private func stubborn(_ answer: String) -> [String] {
    let script = """
      while read line; do case "$line" in
        "(check-sat)") echo \(answer);;
        "(get-info :reason-unknown)") echo '(:reason-unknown "incomplete")';;
        "(echo "*) echo "$line" | sed 's/.*"\\(.*\\)".*/\\1/';;
      esac; done
      """
    return ["sh", "-c", script]
  }

  @Test func unknownIsNoProof() throws {
    let proof = try proof(stubborn("unknown"))
    #expect(!proof.steps.isEmpty && proof.steps.allSatisfy { $0.verdict == .unknown })
    #expect(proof.exitStatus == .inconclusive)
    #expect(proof.unknown.first?.remark?.contains("incomplete") == true)
  }

  /// Who says that nothing can happen proves everything: nothing is believed.
  @Test func whatContradictsItselfProvesNothing() throws {
    let proof = try proof(stubborn("unsat"))
    #expect(Set(proof.steps.map(\.lemma)) == ["can-happen"] && proof.steps.allSatisfy { $0.verdict == .unknown })
    #expect(proof.exitStatus == .inconclusive && proof.impossible.isEmpty)
    #expect(proof.verdict.contains("can-happen of begin") && proof.verdict.contains("contradicts itself"), "\(proof.verdict)")
  }
}
