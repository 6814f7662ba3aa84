import Foundation
import TestSupport
import Testing

/// TAB offers names and files, as bash asks for them.
@Suite struct CompletionTests {
  /// What bash offers for the last of `words`.
  private func offered(_ words: String, in script: String = "true") throws -> Set<String> {
    let run = try inScratchFolder { folder in
      try Gamekeeper.shell(
        """
        \(script); PATH="${G%/*}:$PATH"; source <(gamekeeper --generate-completion-script bash)
        COMP_WORDS=(gamekeeper \(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"; \
        COMP_POINT=${#COMP_LINE}
        _gamekeeper gamekeeper "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; printf '%s\\n' "${COMPREPLY[@]}"
        """, in: folder)
    }
    #expect(run.error == "")
    return Set(run.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
  }

  @Test(
    arguments: [
      ("play sig", ["signature-forgery", "signature-forgery-one-key", "signature-idealization"]),
      ("play aead -a forge-c", ["forge-ciphertext"]),
      ("play signature-idealization -a forge-c", []),
      ("play signature-idealization --twin ''", ["biased", "drifting", "forgetful"]),
      ("play aead --set non", ["nonceBits="]), ("play aead --set signature", []), ("play aead --expect inc", ["inconclusive"]),
      ("hop uf", ["uf_uf1"]),
      ("exact sig", ["signature-forgery", "signature-forgery-one-key", "signature-idealization"]),
      ("theorem --suite mod", ["modern"]),
      ("attack x --suite sym", ["symbolic"]), ("attack x --without key.h", ["key.handle-is-fresh"]), ("attack x --with key", []),
      ("explore --property keys", ["keys-secret"]), ("describe ind_uf1", ["ind_uf1"]),
      ("describe key.h", ["key.handle-is-fresh"]), ("describe forging", ["forging"]), ("list less", ["lessons"]),
      ("diff int", ["intact"]),
      ("attack x --trace sv", []), ("attack x -f sv", ["svg"]), ("explore --progress ''", ["always", "auto", "never"]),
    ] as [(String, [String])]) func namesAreOffered(_ words: String, _ names: [String]) throws
  {
    #expect(try offered(words) == Set(names), "\(words)")
  }

  /// The shells that are installed.
  @Test(arguments: ["zsh", "fish"].filter { (try? ChildProcess([$0, "--version"]))?.status == 0 })
  func otherShellsOfferTheSame(_ shell: String) throws {
    let script = PackageRoot.url.appending(path: "Tests/Completions/\(shell)").path
    try inScratchFolder { folder in
      try Data().write(to: folder.appending(path: "mine.yaml"))
      for (words, names) in [
        ("play sig", ["signature-forgery", "signature-forgery-one-key", "signature-idealization"]),
        ("play aead -a forge-c", ["forge-ciphertext"]), ("check m", ["mine.yaml"]), ("describe no-such-name", []),
      ] {
        let typed = words.split(separator: " ").map(String.init)
        let run = try ChildProcess([script, Gamekeeper.executable.path] + typed, in: folder)
        #expect(run.status == 0 && run.output.split(separator: "\n").map(String.init) == names, "\(shell): \(words): \(run)")
      }
    }
  }

  @Test func scenariosAreOfferedAndSoAreFiles() throws {
    let files = "touch mine.yaml other.yml note.md; mkdir metals"
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .path
    #expect(try offered("attack m", in: files) == ["mine.yaml", "metals/"])
    #expect(try offered("attack transp", in: "cd '\(root)'") == ["transplant"])
    #expect(try offered("check m", in: files) == ["mine.yaml", "metals"])
    #expect(try offered("check x -o n", in: files) == ["note.md"])
    #expect(try offered("check x --junit n", in: files) == ["note.md"])
    #expect(try offered("explore --policy o", in: files) == ["other.yml"])
  }
}
