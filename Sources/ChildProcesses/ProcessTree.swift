internal import Foundation

/// The processes below one, as /proc shows them: none where there is no such thing.
struct ProcessTree {
  let processes: [pid_t]

  /// - Parameter most: more are not looked for.
  init(below root: pid_t, most: Int = .max) {
    var found = Self.children(of: root), next = 0
    while next < found.count, found.count <= most {
      found += Self.children(of: found[next])
      next += 1
    }
    processes = found
  }

  /// A process's children are those of its threads.
  static func children(of process: pid_t) -> [pid_t] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return threads.flatMap { thread in
      words(of: "/proc/\(process)/task/\(thread)/children").compactMap { pid_t($0) }
    }
  }

  /// Bytes that they hold in memory, together.
  var residentSize: UInt64 {
    let pages = processes.compactMap { Self.words(of: "/proc/\($0)/statm").dropFirst().first.flatMap { UInt64($0) } }
    return pages.reduce(0, +) * UInt64(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// Bytes of files that they have open, and that stand in no folder any more.
  var deletedSize: UInt64 {
    processes.reduce(0) { total, process in
      let folder = "/proc/\(process)/fd"
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return files.reduce(total) { total, file in
        var facts = stat()
        guard stat("\(folder)/\(file)", &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_nlink == 0 else { return total }
        return total + UInt64(facts.st_blocks) * 512
      }
    }
  }

  /// Theirs, and that of those which ended below them.
  var processorTime: Duration? {
    let ticks = processes.compactMap { process -> Int? in
      // The name of the program, in parentheses, may hold anything.
      guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .isoLatin1),
        let rest = text.split(separator: ")", omittingEmptySubsequences: false).last
      else { return nil }
      let fields = rest.split(separator: " ")
      return fields.count > 14 ? fields[11...14].compactMap { Int($0) }.reduce(0, +) : nil
    }
    return ticks.isEmpty ? nil : .milliseconds(ticks.reduce(0, +) * 1000 / sysconf(Int32(_SC_CLK_TCK)))
  }

  private static func words(of file: String) -> [Substring] {
    ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").split { $0 == " " || $0 == "\n" }
  }
}
