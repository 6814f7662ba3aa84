internal import ArgumentParser
internal import Arena
internal import Foundation

/// What this program was built of: modules to compile against and object files to link with, in the folder that it stands in.
struct BuiltProgram {
  private let compiler: String
  private let folder: String
  private let package: String
  /// The program's own but for its `main`; quoted as a compiler reads them.
  private let objects: [String]

  /// - Throws: an error that says what is missing.
  init() throws(CatalogError) {
    guard let compiler = Child.find("swiftc") else {
      throw CatalogError("there is no Swift toolchain: no `swiftc` on the path", hint: "https://www.swift.org/install has one")
    }
    let program = Library.program
    folder = program.deletingLastPathComponent().path
    let list = "\(folder)/\(program.lastPathComponent).product/Objects.LinkFileList"
    guard let package = Library.builtIn, let text = try? String(contentsOfFile: list, encoding: .utf8) else {
      throw CatalogError(
        "what this program was built of does not stand beside it, in `\(folder)`",
        hint: "build it where its sources are, with `make build`, and run it there")
    }
    (self.compiler, self.package) = (compiler, package)
    objects = text.split(separator: "\n").map(String.init).filter { !$0.contains("/\(program.lastPathComponent).build/") }
  }

  /// Compiles and links; what the compiler has to say goes to standard error.
  func compile(_ files: [String], to program: String) throws {
    let list = "\(program).objects"
    do {
      try objects.joined(separator: "\n").write(toFile: list, atomically: false, encoding: .utf8)
    } catch { throw Problem.fail("`\(list)` cannot be written", status: Failure.cannotWrite) }
    let status = try Child.status(
      of: compiler,
      ["-swift-version", "6", "-O", "-whole-module-optimization", "-parse-as-library", "-module-name", "Trial"] + files
        + ["-I", "\(folder)/Modules"]
        + moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
        + ["@\(list)", "-lcrypto", "-lsqlite3", "-Xlinker", "--gc-sections", "-o", program])
    guard status == 0 else {
      throw Problem.fail("`\(files[0])` cannot be compiled", status: Failure.badInput)
    }
  }

  /// Of the C modules that the Swift ones are built on.
  private var moduleMaps: [String] {
    let checkouts = "\(folder)/../../checkouts"
    let others = Files.names(in: checkouts).flatMap { name in
      // Where packages keep their targets.
      ["\(checkouts)/\(name)", "\(checkouts)/\(name)/Sources"].flatMap { folder in
        // A system's library has its map beside its header.
        Files.names(in: folder).flatMap { ["\(folder)/\($0)/include", "\(folder)/\($0)"] }
      }
    }
    let own = ["CBuild", "CConfine", "CFibers"].map { "\(folder)/\($0).build" }
    return (["\(package)/Sources/CLibcrypto"] + own + others).map { "\($0)/module.modulemap" }.filter {
      FileManager.default.fileExists(atPath: $0)
    }
  }
}
