import Foundation
import TestSupport
import Testing

/// The playground as files.
@Suite struct SiteVerbTests {
  #if os(Linux)
    private static let memory = URL(filePath: "/dev/shm")

    private static func system(of folder: URL) -> Int? {
      (try? FileManager.default.attributesOfItem(atPath: folder.path))?[.systemNumber] as? Int
    }

    /// What is written is made in one piece there, not moved from where temporary files are.
    @Test(.enabled(if: system(of: memory) != system(of: FileManager.default.temporaryDirectory)))
    func itIsWrittenToAnotherFileSystem() throws {
      let folder = Self.memory.appending(path: "gamekeeper-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      defer { try? FileManager.default.removeItem(at: folder) }
      let site = folder.appending(path: "site").path
      let made = try Gamekeeper.run("site", "-o", site, "--trials", "2")
      let names = try FileManager.default.contentsOfDirectory(atPath: site)
      #expect(made.status == 0 && made.output == "\(names.count) files; open \(site)/index.html\n", "\(made.error)")
      #expect(try String(contentsOfFile: "\(site)/index.html", encoding: .utf8).contains("The proof, hop by hop"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"], "nothing is left beside it")
    }
  #endif

  @Test func aFolderWithSomethingInItIsLeftAsItIs() throws {
    try inScratchFolder { folder in
      try Data("mine".utf8).write(to: folder.appending(path: "notes"))
      let made = try Gamekeeper.run("site", "-o", folder.path)
      #expect(made.status == 74 && made.error.contains("is not empty"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["notes"])
    }
  }
}
