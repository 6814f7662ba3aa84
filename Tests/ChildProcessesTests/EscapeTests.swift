import ChildProcesses
import Foundation
import TestSupport
import Testing

/// Each rung by itself stops what it is there for, and without it the same attempt succeeds.
@Suite struct EscapeTests {
  /// As many of them as the system has.
  static let everyRung = Confined.best?.rungs ?? []

  static func first(_ escape: String, _ arguments: String..., rungs: [Rung]) throws -> String {
    let script = PackageRoot.url.appending(path: "Tests/ChildProcessesTests/Escapes/\(escape).py").path
    let child = try Confined.start([Confined.python, script] + arguments, in: Sandbox(rungs: rungs))
    return Confined.lines(of: child).lines.joined(separator: "; ")
  }

  // MARK: The challenger's memory

  /// An ordinary user's tests have hidden their memory by the time that one without any rung plays.
  @Test(.enabled(if: geteuid() == 0), arguments: ["file", "call"]) func withoutARungTheChallengersMemoryIsRead(_ way: String)
    throws
  {
    #expect(try readMemory(way, rungs: []) == "read challenger")
  }

  @Test(arguments: ["file", "call"], everyRung) func everyRungHidesTheChallengersMemory(_ way: String, _ rung: Rung) throws {
    // A file is read by calls that everybody needs.
    if rung == .seccomp, way == "file" { return }
    let answer = try readMemory(way, rungs: [rung])
    #expect(answer.hasPrefix("refused: "), "\(answer)")
  }

  private func readMemory(_ way: String, rungs: [Rung]) throws -> String {
    try Array("challenger".utf8).withUnsafeBytes { secret in
      try Self.first(
        "read_memory", "\(getpid())", "\(UInt(bitPattern: secret.baseAddress))", "\(secret.count)", way, rungs: rungs)
    }
  }

  // MARK: Files

  @Test(arguments: everyRung.map { [$0] } + [[], everyRung]) func landlockKeepsTheUsersFiles(_ rungs: [Rung]) throws {
    try inScratchFolder { folder in
      let file = folder.appending(path: "diary").path
      try Data("dear diary".utf8).write(to: URL(filePath: file))
      // No argument names the file: what its user hands to it, it may read.
      let answer = try Self.first("use_files", "@\(file)", rungs: rungs)
      let hidden = "refused: Permission denied; refused: Permission denied"
      #expect(answer == (rungs.contains(.landlock) ? hidden : "read dear diary; wrote 1"))
    }
  }

  @Test(.enabled(if: Confined.stands(.landlock))) func whatAnArgumentNamesIsReadAndNothingBesideIt() throws {
    try inScratchFolder { folder throws in
      for name in ["handed", "beside"] { try Data(name.utf8).write(to: folder.appending(path: name)) }
      let read = "import sys; print(open(sys.argv[-1][1:]).read())"
      func answer(_ name: String) throws -> [String] {
        let script = folder.appending(path: "handed").path
        let words = [Confined.python, "-c", read, "/etc/passwd", script, "@\(folder.appending(path: name).path)"]
        return Confined.lines(of: try Confined.start(words, in: Sandbox(rungs: [.landlock]))).lines
      }
      #expect(try answer("handed") == ["handed"])
      #expect(try answer("beside") == [])
    }
  }

  /// In the folder of everybody's temporary files only the program itself is its own.
  @Test(.enabled(if: Confined.stands(.landlock))) func aProgramAmongOthersReadsItself() throws {
    let folder = FileManager.default.temporaryDirectory, name = "gamekeeper-\(UUID().uuidString)"
    let (program, other) = (folder.appending(path: "\(name).py"), folder.appending(path: "\(name).txt"))
    defer { for file in [program, other] { try? FileManager.default.removeItem(at: file) } }
    try Data("print('begun'); print(open(__file__[:-2] + 'txt').read())".utf8).write(to: program)
    try Data("other".utf8).write(to: other)
    func lines(_ rungs: [Rung]) throws -> [String] {
      Confined.lines(of: try Confined.start([Confined.python, program.path], in: Sandbox(rungs: rungs))).lines
    }
    #expect(try lines([.landlock]) == ["begun"])
    #expect(try lines([]) == ["begun", "other"])
  }

  /// What honest programs do is not in anybody's way.
  @Test func anHonestProgramHasWhatItNeeds() throws {
    try inScratchFolder { folder throws in
      try Data("word = 'well'".utf8).write(to: folder.appending(path: "beside.py"))
      let program = """
        import asyncio, beside, json, os, random, subprocess, tempfile, threading, time
        with open("notes", "w") as file: file.write(beside.word)
        with tempfile.TemporaryFile("w") as file: file.write("x")
        with open(os.devnull, "w") as file: file.write("x")
        thread = threading.Thread(target=lambda: asyncio.run(asyncio.sleep(0)))
        thread.start(); thread.join()
        print(subprocess.run(["cat", "notes"], capture_output=True, text=True).stdout, random.random() < 1, time.time() > 0)
        """
      let file = folder.appending(path: "honest.py")
      try Data(program.utf8).write(to: file)
      let (lines, fault) = Confined.lines(of: try Confined.start([Confined.python, file.path], in: Sandbox(.best)))
      #expect(lines == ["well True True"] && fault == .ended(.exited(0), unfinished: []))
    }
  }

  // MARK: The network

  @Test(arguments: everyRung.map { [$0] } + [[], everyRung]) func aConnectionIsRefused(_ rungs: [Rung]) throws {
    let listener = try Listener()
    let answer = try Self.first("connect", "\(listener.port)", rungs: rungs)
    if Set(rungs).isDisjoint(with: [.landlock, .seccomp, .namespaces]) {
      #expect(answer == "connected", "basics alone leave the network")
    } else {
      #expect(answer.hasPrefix("refused: "), "\(answer)")
    }
  }

  // MARK: System calls

  @Test(.enabled(if: Confined.stands(.seccomp))) func callsWithoutUseAreRefused() throws {
    #expect(try Self.first("make_calls", rungs: [.seccomp]) == "")
    let open = try Self.first("make_calls", rungs: [])
    for call in ["socket", "memfd_create", "shmget", "prctl"] { #expect(open.contains(call), "\(open)") }
  }

  // MARK: What it can know

  @Test func basicsTakeTheEnvironmentAndThePrivileges() throws {
    setenv("GAMEKEEPER_SECRET", "42", 1)
    let open = try Self.first("look_around", "\(getpid())", rungs: [])
    #expect(open.hasPrefix("secret: 42; privileges: some; arguments: yes; signals: yes; "), "\(open)")
    let closed = try Self.first("look_around", "\(getpid())", rungs: [.basics])
    #expect(closed.hasPrefix("secret: no; privileges: none; "), "\(closed)")
    for answer in [open, closed] { #expect(answer.hasSuffix("open files: 0"), "\(answer)") }
  }

  @Test func theWholeLadderHidesTheProgramThatStartedIt() throws {
    let answer = try Self.first("look_around", "\(getpid())", rungs: Self.everyRung)
    let isHidden = Self.everyRung.contains(.landlock) || Self.everyRung.contains(.namespaces)
    if isHidden { #expect(!answer.contains("yes"), "\(answer)") }
  }
}
