internal import Foundation

/// What a program needs to read, and no more of its user's than that.
struct ReadablePaths {
  /// The system's programs and libraries, and the few settings that every program reads.
  private static let system =
    ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store", "/sys/devices/system/cpu"]
    + [
      "alternatives", "group", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "nsswitch.conf", "passwd",
      "ssl/openssl.cnf",
    ]
    .map { "/etc/\($0)" }

  private(set) var paths = ReadablePaths.system
  private let home: String

  /// - Parameters:
  ///   - order: whose words name files of its own.
  ///   - path: where programs are looked for.
  init(of order: Order, home: String, path: String) {
    self.home = home
    addProgram(order.program, path: path)
    // The first is what an interpreter is to run, and what stands beside it may belong to it.
    let files = order.words.dropFirst().filter { $0.hasPrefix("/") && access($0, F_OK) == 0 }
    if let script = files.first { add(folderOf: script) }
    paths += files.filter { !isFolder($0) || !isCommon($0) }
    paths += order.sandbox.readable.map(absolute)
  }

  /// A program, what it is a link to, and where it was installed; and the same of its interpreter.
  private mutating func addProgram(_ program: String, path: String, isInterpreter: Bool = false) {
    for file in Set([program, resolved(program)]) {
      let folder = parent(file)
      add(folderOf: file)
      if isInstallation(parent(folder)) { add(folder: parent(folder)) }
    }
    guard !isInterpreter, let line = firstLine(program), line.hasPrefix("#!") else { return }
    let words = line.dropFirst(2).split(separator: " ").map(String.init)
    for word in words.prefix(2) where !word.hasPrefix("-") {
      let candidates = word.hasPrefix("/") ? [word] : path.split(separator: ":").map { "\($0)/\(word)" }
      if let found = candidates.first(where: { access($0, X_OK) == 0 }) { addProgram(found, path: path, isInterpreter: true) }
    }
  }

  /// What stands beside the file may belong to it; in a folder where everything stands only the file itself does.
  private mutating func add(folderOf file: String) {
    guard !isFolder(file) else { return add(folder: file) }
    add(folder: parent(file))
    paths.append(file)
  }

  private mutating func add(folder: String) { if !isCommon(folder) { paths.append(folder) } }

  /// Where an interpreter keeps what it needs, beside the folder that it stands in itself.
  private func isInstallation(_ folder: String) -> Bool {
    ["lib", "libexec", "pyvenv.cfg"].contains { access("\(folder)/\($0)", F_OK) == 0 }
  }

  /// The user's own folder, what it lies in, and where everybody's files lie.
  private func isCommon(_ folder: String) -> Bool {
    let folder = resolved(folder)
    return [home, "\(home)/.local", NSTemporaryDirectory(), "/tmp", "/var/tmp", "/dev/shm"].map(resolved).contains { common in
      common == folder || common.hasPrefix(folder == "/" ? "/" : "\(folder)/")
    }
  }

  private func parent(_ path: String) -> String {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)"
  }

  private func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

  private func firstLine(_ file: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: file), let start = try? handle.read(upToCount: 256) else { return nil }
    return String(decoding: start, as: UTF8.self).split(separator: "\n").first.map(String.init)
  }
}
