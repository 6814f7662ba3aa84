import Foundation
import TestSupport
import Testing

/// Every command that README.md and docs/ show in a block of code is run as it stands, in the order in which they stand, in a
/// folder with the sources' own files: it ends with the status that its comment names, or 0, and prints the lines that are shown
/// under it. A block of code whose fence names a file, as in "```python Mine/mine.py", is written there first.
@Suite struct DocumentTests {
  static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  /// The commands that take more than two seconds (release, two cores), and who runs them beside `make nightly` (LONG_TESTS=1).
  static let long = [
    "gamekeeper theorem --plot theorem.svg": "70 s: the theorem itself; `make run` plays it, PlayTests a short one",
    "gamekeeper check --junit check.xml": "12 s: `make test` checks all expectations as its last step",
    "gamekeeper selftest": "28 s: RefereeTests and StatisticsTests play fewer campaigns",
    "gamekeeper prove --all-rules": "60 s: ProofTests prove rule by rule, and ProveVerbTests play an attack",
    "gamekeeper diff intact without:key.handle-is-fresh": "3 s: ScenarioTests compare policies in smaller scopes",
  ]

  static let documents: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "docs").path)) ?? []
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
  }()

  /// A command as it is shown.
  struct Shown: Equatable {
    var line: String
    var status: Int32
    var output: [String] = []
    /// What is written before it, by path.
    var files: [String: String] = [:]
    /// Without its comment.
    var command: String { line.split(separator: " #")[0].trimmingCharacters(in: .whitespaces) }
  }

  /// The commands of a document, each with the lines under it up to the next one or the end of the block.
  static func commands(in text: String) -> [Shown] {
    var (shown, isFenced, isOpen): ([Shown], Bool, Bool) = ([], false, false)
    var (files, file): ([String: String], String?) = ([:], nil)
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if raw.hasPrefix("```") {
        (isFenced, isOpen) = (!isFenced, false)
        let words = raw.split(separator: " ")
        file = isFenced && words.count == 2 ? String(words[1]) : nil
        if let file { files[file] = "" }
        continue
      }
      if let file { files[file]? += raw + "\n"; continue }
      guard isFenced || raw.hasPrefix("    ") else { isOpen = false; continue }
      let line = raw.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("gamekeeper ") {
        let status = line.firstMatch(of: /#.*\(status (\d+)/).flatMap { Int32($0.1) } ?? 0
        shown.append(Shown(line: line, status: status, files: files))
        (isOpen, files) = (true, [:])
      } else if line.hasPrefix("make ") {
        isOpen = false
      } else if isOpen, !line.isEmpty {
        shown[shown.count - 1].output.append(line)
      }
    }
    return shown
  }

  @Test(arguments: documents) func everyCommandThatIsShownDoesWhatIsSaid(_ document: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: document), encoding: .utf8)
    let playsLong = ProcessInfo.processInfo.environment["LONG_TESTS"] != nil
    try inScratchFolder { folder in
      for name in ["Games", "Adversaries"] {
        try FileManager.default.copyItem(at: Self.root.appending(path: name), to: folder.appending(path: name))
      }
      for shown in Self.commands(in: text) where playsLong || Self.long[shown.command] == nil {
        for (path, text) in shown.files { try Data(text.utf8).write(to: folder.appending(path: path)) }
        let run = try Self.run(shown.line, in: folder)
        #expect(run.status == shown.status, "\(document): \(shown.line)\n\(run.output)")
        for line in shown.output { #expect(run.output.contains(line), "\(document): \(shown.line)") }
      }
    }
  }

  @Test func whatIsLeftOutIsShownSomewhere() throws {
    let texts = try Self.documents.map { try String(contentsOf: Self.root.appending(path: $0), encoding: .utf8) }
    let commands = texts.flatMap(Self.commands).map(\.command)
    #expect(commands.count > 15)
    for command in Self.long.keys { #expect(commands.contains(command), "\(command)") }
  }

  @Test func commandsAreFoundInBlocksOnly() {
    let text = """
      Say `gamekeeper list`.
      gamekeeper list

          gamekeeper play x -a 'y'   # fails (status 1: it falls)
            advantage 1

      Its output has ended.

          nor is this
      ```
      gamekeeper list # names
      ```
      ```python mine.py
      gamekeeper = 1

      ```
          gamekeeper list games
      """
    #expect(
      Self.commands(in: text) == [
        Shown(line: "gamekeeper play x -a 'y'   # fails (status 1: it falls)", status: 1, output: ["advantage 1"]),
        Shown(line: "gamekeeper list # names", status: 0),
        Shown(line: "gamekeeper list games", status: 0, files: ["mine.py": "gamekeeper = 1\n\n"]),
      ])
    #expect(Self.commands(in: text).map(\.command) == ["gamekeeper play x -a 'y'", "gamekeeper list", "gamekeeper list games"])
  }

  /// As a shell runs the line, with the program that was built on its path.
  private static func run(_ line: String, in folder: URL) throws -> (status: Int32, output: String) {
    let process = Process(), output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "\(Gamekeeper.executable.deletingLastPathComponent().path):/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
