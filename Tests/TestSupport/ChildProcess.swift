public import Foundation

/// A command that was run to its end.
public struct ChildProcess {
  public let status: Int32
  public let output, error: String

  /// - Parameter command: a program, which is looked for on the path, and its arguments.
  public init(_ command: [String], in folder: URL? = nil) throws {
    let process = Process()
    (process.executableURL, process.arguments) = (URL(filePath: "/usr/bin/env"), command)
    if let folder { process.currentDirectoryURL = folder }
    (output, error) = try inScratchFolder { scratch in
      let files = ["output", "error"].map { scratch.appending(path: $0) }
      for file in files { try Data().write(to: file) }
      let handles = try files.map { try FileHandle(forWritingTo: $0) }
      process.standardInput = FileHandle.nullDevice
      (process.standardOutput, process.standardError) = (handles[0], handles[1])
      try process.run()
      process.waitUntilExit()
      let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
      return (texts[0], texts[1])
    }
    status = process.terminationStatus
  }

  /// Checks the types of a source file against the modules that stand beside the tests.
  public static func typecheck(_ source: String) throws -> ChildProcess {
    let modules = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "Modules")
    return try inScratchFolder { folder in
      let file = folder.appending(path: "Source.swift")
      try Data(source.utf8).write(to: file)
      return try ChildProcess([
        "swiftc", "-typecheck", "-suppress-warnings", "-swift-version", "6", "-I", modules.path, "-Xcc",
        "-fmodule-map-file=\(PackageRoot.url.path)/Sources/CLibcrypto/module.modulemap", file.path,
      ])
    }
  }
}
