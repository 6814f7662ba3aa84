import Foundation
import TestSupport
import Testing

/// `new adversary NAME --language …`: what it writes plays and loses at once, wherever it lies.
@Suite struct NewClientTests {
  /// The commands that are told, in the folder where the new one was begun.
  @Test(arguments: ["python", "javascript", "c"], [nil, "hash-idealization", "key-secrecy", "ind_cr"] as [String?])
  func theSkeletonPlaysAndLoses(_ language: String, _ game: String?) throws {
    let run = try inScratchFolder { folder in
      try Gamekeeper.shell(
        """
        set -e; $G new adversary LuckyOne --language \(language)\(game.map { " --game \($0)" } ?? "") > told
        sed -n 's/^    //p' told > next; sed -i "s|^gamekeeper |$G |; s|--trials 100|--trials 20 --format json|" next
        ls LuckyOne; bash -e next > record || true; grep -E '"(forfeits|trials)" :' record | head -2
        """, in: folder)
    }
    let file = ["python": "gamekeeper.py\nlucky-one.py\n", "javascript": "gamekeeper.js\nlucky-one.js\npackage.json\n"]
    #expect(run.output.hasPrefix(file[language] ?? "gamekeeper.h\nlucky-one.c\n"), "\(run)")
    #expect(run.output.contains(#""forfeits" : 0,"#), "\(run)")
  }

  @Test(arguments: [
    ("adversary Lucky --game hash-idealization", "`--game hash-idealization` means nothing in Swift"),
    ("adversary Lucky --language c --game hash-idealisation", "did you mean `hash-idealization`?"),
    ("hop Lucky --language c", "a hop is not written in c"),
  ]) func whatIsNotWrittenSoIsRefused(_ words: String, _ expected: String) throws {
    let run = try inScratchFolder { try Gamekeeper.shell("$G new \(words); echo $?; ls -A", in: $0) }
    #expect(run.output == "64\n" && run.error.contains(expected), "\(run)")
  }
}
