import Playground
import Synchronization
import Testing

/// What a reader tries in an exercise is run if it can do no harm, and graded by what it prints.
@Suite struct ExerciseTests {
  private static let lesson = "/lessons/what-a-game-is"

  /// The address of the first exercise: a bound of 0.125, and `guess` reaches it.
  private func exercise(_ served: Served) async throws -> String {
    let page = try await served.ask(Self.lesson).body
    return String(try #require(page.firstMatch(of: /action="(\/lessons\/[a-z-]+\/\d+)#exercise/)?.1))
  }

  private static let escaped = "command=gamekeeper+play+signature-idealization+-a+guess+--set+tries%3D128"

  @Test func whatIsPrintedDecides() async throws {
    let printed = Mutex("")
    try await Served.run(shell: { command in
      ShellResult(output: "\(command)\n" + printed.withLock { $0 }, ending: .exited(0))
    }) { served in
      let place = try await exercise(served)
      printed.withLock { $0 = "adversary  guess\nbound      q_gen·ε_sig = 0.125\nboundAttained: <b>\n" }
      let right = try await served.ask(place, post: Self.escaped).body
      #expect(right.contains("<p class=\"answer right\">That is what is asked.</p>") && right.contains("tries=128&#10;adversary"))
      #expect(
        right.contains("value=\"gamekeeper play signature-idealization -a guess --set tries=128\""), "it stays in its field")
      #expect(right.contains("boundAttained: &lt;b&gt;"))
      printed.withLock { $0 = "adversary  guess\nbound      q_gen·ε_sig = 0.25\nboundAttained: \n" }
      let wrong = try await served.ask(place, post: Self.escaped).body
      #expect(wrong.contains("That is not yet what is asked: no line of it is like <code>^bound .*= 0\\.125$</code>."))
    }
  }

  @Test func aCommandThatDoesNotEndIsTold() async throws {
    try await Served.run(shell: { _ in ShellResult(output: "", ending: .cut("was ended: it may take 100 s")) }) { served in
      let page = try await served.ask(try await exercise(served), post: Self.escaped).body
      #expect(page.contains("<p class=\"answer wrong\">The command was ended: it may take 100 s.</p>"))
    }
  }

  /// Each beside the one above, which differs from it in a word and is run.
  @Test(arguments: [
    "gamekeeper serve", "gamekeeper new hop Mine", "gamekeeper", "", "sh -c id", "python3 x.py", "gamekeeper site -o x",
    "gamekeeper play x --adversary-command 'sh -c id'", "gamekeeper play x -o /tmp/x", "gamekeeper play x -ox",
    "gamekeeper play x --output=x", "gamekeeper attack ../x.yaml", "gamekeeper attack x.yml", "gamekeeper attack -",
    "gamekeeper play x; id", "gamekeeper play $(id)", "gamekeeper explore --policy p", "gamekeeper play x --threads 9 'a",
    "/bin/gamekeeper play x", "gamekeeper replay gk1:x",
  ]) func whatCouldReachFilesOrProgramsIsNotRun(_ command: String) async throws {
    let count = Mutex(0)
    try await Served.run(shell: { _ in
      count.withLock { $0 += 1 }
      return ShellResult(output: "", ending: .exited(0))
    }) { served in
      let place = try await exercise(served)
      let typed = command.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      let refused = try await served.ask(place, post: "command=\(typed)")
      #expect(refused.status == 404 && refused.body.contains("That cannot be shown"), "\(refused)")
      #expect(count.withLock { $0 } == 0)
      #expect(try await served.ask(place, post: Self.escaped).status == 200)
      #expect(count.withLock { $0 } == 1)
    }
  }
}
