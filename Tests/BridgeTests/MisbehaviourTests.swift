import AdversaryBridge
import Arena
import Catalog
import ChildProcesses
import Coins
import Foundation
import Records
import Referee
import Synchronization
import TestSupport
import Testing

/// What becomes of a run whose adversary is a program that does not play: a forfeit each, in words, and the run goes on.
@Suite struct MisbehaviourTests {
  /// Plays honestly for some trials, and then does `worse`.
  private static func script(_ worse: String) -> String {
    """
    import os, sys, time
    sys.path.insert(0, \(PackageRoot.url.appending(path: "Adversaries/External/python").path.debugDescription))
    from gamekeeper import keygen, run
    def odd(game):
        yield keygen()
        if game.trial == 5:
            \(worse)
        return False
    run(odd, lanes=1)
    """
  }

  /// The record of a run of so many trials, and what was said.
  private func played(
    _ worse: String, trials: UInt64 = 20, configure: (inout Program) -> Void = { _ in }
  ) async throws -> (record: RunRecord, said: [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "misbehaviour-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "odd.py")
    try Data(Self.script(worse).utf8).write(to: file)
    var program = Program(try Command("python3 \(file.path)"))
    program.launcher = TranscriptTests.launcher
    program.sandbox = Sandbox(.best, readable: [PackageRoot.url.path])
    configure(&program)
    let said = Mutex<[String]>([])
    let outsider = ProcessOutsider(program) { line in said.withLock { $0.append(line) } }
    let entry = try Catalog.registry.entry("signature-forgery-one-key").played(by: outsider)
    let selection = try Catalog.registry.select(
      entry, adversary: outsider.command, suite: "calibrated", settings: [("signatureBits", 4)])
    let settings = RunSettings(
      source: CoinSource(seed: 1), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: trials), threads: 1, chances: .off)
    return (await selection.run(settings).record, said.withLock { $0 })
  }

  @Test(arguments: [
    ("sys.__stdout__.buffer.write(b'[[0,'); sys.__stdout__.flush(); os._exit(3)", "ended with status 3, in the middle of a line"),
    ("os.write(1, b'Traceback: oops\\n')", "was it meant for standard error? the line: `Traceback: oops`"),
    ("os.write(1, b'x' * (2 << 20))", "wrote a line of more than 1024 KiB"),
    (
      "os.write(1, b'[[0,\"guess\",0]]\\n[[0,\"guess\",0]]\\n'); time.sleep(9)",
      "nothing about lane 0 before it is told the answer to what was said last"
    ),
    ("os.kill(os.getpid(), 11)", "was killed by SIGSEGV"),
    ("os.close(1); time.sleep(9)", "closed its output"),
  ]) func aTrialIsForfeitedInWords(_ worse: String, _ words: String) async throws {
    let (record, said) = try await played(worse)
    #expect(record.trials == 20 && record.forfeits == 1, "\(worse)")
    #expect(record.firstForfeit?.contains(words) == true, "\(record.firstForfeit ?? "")")
    #expect(record.outside?.restarts == 1 && said.filter { $0.contains("is started again (1 of 3)") }.count == 1, "\(said)")
    // Nobody was broken, and nothing refuted; so few trials do not exclude an advantage of a half.
    #expect(record.verdict != .forfeit && record.outcome.status != .notMet, "\(record.outcome)")
  }

  @Test func aFloodOfStandardErrorEndsIt() async throws {
    let (record, said) = try await played("while True: os.write(2, b'y' * 65535 + bytes([10]))")
    #expect(record.trials == 20 && record.forfeits == 1)
    #expect(record.firstForfeit?.contains("wrote more than 64 MiB to its standard error") == true)
    #expect(said.contains { $0.contains("writes too much to standard error: the rest is not shown") })
  }

  @Test func whoeverSleepsIsWaitedForAndEnded() async throws {
    let (record, _) = try await played("time.sleep(3600)") { $0.patience.line = .milliseconds(300) }
    #expect(record.trials == 20 && record.forfeits == 1)
    #expect(record.firstForfeit?.contains("wrote no line within 0.3 seconds, after a line of answers") == true)
  }

  @Test func whoeverForksWithoutEndIsStopped() async throws {
    let (record, _) = try await played("[os.fork() for _ in range(12)]; time.sleep(9)") {
      $0.sandbox.limits.processes = 16
    }
    #expect(record.trials == 20 && (1...2).contains(record.forfeits))
    let why = try #require(record.firstForfeit)
    #expect(why.contains("it had more than 16 processes") || why.contains("BlockingIOError"), "\(why)")
  }

  @Test func whoeverEatsMemoryIsStopped() async throws {
    let (record, _) = try await played("x = bytearray(1 << 30)") { $0.sandbox.limits.memory = 256 << 20 }
    #expect(record.trials == 20 && record.forfeits == 1)
    let why = try #require(record.firstForfeit)
    #expect(why.contains("MemoryError") || why.contains("it held more than 256 MiB of memory"), "\(why)")
  }

  @Test func whoeverEndsAlwaysHasThreeMoreStartsInAll() async throws {
    let (record, said) = try await played("pass", trials: 30) {
      $0 = Program((try? Command("python3 -c pass")) ?? $0.command)
      $0.launcher = TranscriptTests.launcher
    }
    #expect(record.trials == 30 && record.forfeits == 30 && record.verdict == .forfeit && record.outcome.status == .notMet)
    #expect(said.filter { $0.contains("is started again") }.count == 3 && record.outside?.restarts == 3)
  }

  @Test func whatIsUnderWayWhenARunIsInterruptedIsNobodysForfeit() async throws {
    let isRaised = Mutex(false)
    let (record, said) = try await played("time.sleep(30)", trials: 200) { program in
      program.lanes = 1
      program.isInterrupted = { isRaised.withLock { $0 } }
      DispatchQueue.global().asyncAfter(deadline: .now() + 2) { isRaised.withLock { $0 = true } }
    }
    #expect(record.forfeits == 0 && record.trials < 200, "\(record.firstForfeit ?? "")")
    #expect(!said.contains { $0.contains("is started again") })
  }
}
