import Testing

/// Where `exact` cannot, it says what it could: a command that works as it stands.
@Suite struct ExactHintTests {
  private func hinted(_ arguments: String...) throws -> (hint: String, run: Gamekeeper.Run) {
    let refused = try Gamekeeper.run(["exact"] + arguments)
    #expect(refused.status == 64 && refused.output == "" && refused.error.contains("cannot be played over all coins"))
    let hint = try #require(refused.error.split(separator: "\n").last).description
    let command = try #require(hint.firstMatch(of: /gamekeeper (exact .*)$/)).1
    return (hint, try Gamekeeper.run(command.split(separator: " ").map(String.init)))
  }

  @Test func theHintedCommandRuns() throws {
    let (hint, run) = try hinted("ind_uf")
    #expect(hint.hasPrefix("gamekeeper: hint: these values are small enough: gamekeeper exact ind_uf -a guess --set "))
    #expect(hint.contains("signatureBits=") && run.status == 0 && run.output.contains("lockstep violation"), "\(hint)")
  }

  @Test func whatWasAskedForIsKept() throws {
    let (hint, run) = try hinted("ind_cr", "-a", "second-preimage", "--set", "q_work=3", "--set", "hashBits=40", "--views")
    #expect(hint.contains("-a second-preimage --views --set q_work=3 --set hashBits="), "\(hint)")
    #expect(run.status == 0 && run.output.contains("views"))
    let (planted, caught) = try hinted("hash-idealization", "--twin", "unflagged")
    #expect(planted.contains("--twin unflagged") && caught.status == 1, "\(planted)")
  }

  @Test func anAdversaryThatDrawsTooMuchIsChangedForAnother() throws {
    let (hint, run) = try hinted("service-keys")
    #expect(
      hint.contains(
        "with `use-service` none were found that are small enough; with `idle` these are: gamekeeper exact service-keys -a idle"),
      "\(hint)")
    #expect(run.status == 0)
  }
}
