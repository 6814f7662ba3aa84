import ChildProcesses
import Foundation

/// Kills a program whose commands do all they can to stay, its supervisors, or the commands, at a moment of chance: nothing that
/// was started may be left: `orphans TIMES`
@main struct Orphans {
  enum Victim: CaseIterable {
    case programByKill, programByTerm, programByInterrupt, supervisors, commands
  }

  static func main() throws {
    Confinement.beginIfAsked()
    switch (CommandLine.arguments.count, CommandLine.arguments.last.flatMap { Int($0) }) {
    case (2, let times?): try play(times)
    case (3, _): try Keeper(mark: CommandLine.arguments[2]).keep()
    default: fail("orphans TIMES", status: 64)
    }
  }

  private static func play(_ times: Int) throws {
    var killed = 0
    for round in 0..<times {
      let victim = Victim.allCases[round % Victim.allCases.count], mark = "orphans-\(getpid())-\(round)"
      let keeper = Process()
      (keeper.executableURL, keeper.arguments) = (URL(filePath: "/proc/self/exe").resolvingSymlinksInPath(), ["keep", mark])
      let ready = Pipe()
      keeper.standardOutput = ready
      try keeper.run()
      // Every other time a program that is killed has not begun all of it.
      if [.supervisors, .commands].contains(victim) || round / Victim.allCases.count % 2 == 0 {
        _ = ready.fileHandleForReading.availableData
      } else {
        usleep(.random(in: 0..<150_000))
      }
      killed += kill(victim, of: keeper.processIdentifier, mark)
      let deadline = ContinuousClock.now + .seconds(10)
      while keeper.isRunning || !left(mark).isEmpty, ContinuousClock.now < deadline { usleep(5000) }
      let left = left(mark)
      for process in left { Foundation.kill(process.number, SIGKILL) }
      if !left.isEmpty { fail("round \(round), \(victim): left behind: \(left.map(\.words))", status: 1) }
    }
    print("\(times) rounds, \(killed) processes killed: nothing was left behind")
  }

  /// - Returns: how many were there.
  private static func kill(_ victim: Victim, of keeper: Int32, _ mark: String) -> Int {
    let signal =
      switch victim {
      case .programByTerm: SIGTERM
      case .programByInterrupt: SIGINT
      default: SIGKILL
      }
    let victims =
      switch victim {
      case .programByKill, .programByTerm, .programByInterrupt: [keeper]
      case .supervisors: left(mark).filter { $0.words.contains("__confine") }.map(\.number)
      case .commands: left(mark).filter { $0.words.hasPrefix("sh") }.map(\.number)
      }
    return victims.count { Foundation.kill($0, signal) == 0 }
  }

  /// The processes that are marked, and at work.
  private static func left(_ mark: String) -> [(number: Int32, words: String)] {
    let processes = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }
    return processes.compactMap { number in
      let bytes = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") ?? Data()
      let words = String(decoding: bytes, as: UTF8.self).replacing("\0", with: " ")
      return words.contains(mark) ? (number, words) : nil
    }
  }

  static func fail(_ words: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data((words + "\n").utf8))
    exit(status)
  }
}
