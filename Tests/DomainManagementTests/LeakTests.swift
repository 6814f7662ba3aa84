import Foundation
import Testing

/// A domain key in an HSM's answer does not compile. The control differs in one word and does.
@Suite struct LeakTests {
  private func typecheck(_ body: String) throws -> (status: Int32, output: String) {
    let modules = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "Modules").path ?? ""
    let built = ProcessInfo.processInfo.environment["GAMEKEEPER_MODULES"] ?? Self.modules(near: modules)
    let file = FileManager.default.temporaryDirectory.appending(path: "leak-\(UUID().uuidString).swift")
    try body.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swiftc", "-typecheck", "-swift-version", "6", "-I", built, "-Xcc",
      "-fmodule-map-file=\(root.path)/Sources/CLibcrypto/module.modulemap", file.path,
    ]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  private static func modules(near folder: String) -> String {
    if FileManager.default.fileExists(atPath: "\(folder)/DomainManagement.swiftmodule") { return folder }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return root.appending(path: ".build/release/Modules").path
  }

  @Test func aTokenMayBeAnswered() throws {
    let result = try typecheck(
      "import DomainManagement\nfunc leave<M: WireMessage>(_ message: M) {}\nfunc f(_ reply: ServiceReply) { leave(reply) }\n")
    #expect(result.status == 0, "\(result.output)")
  }

  @Test(arguments: [
    ("func f(_ key: DomainKey) { leave(key) }", "conformance of 'DomainKey' to 'WireMessage' is unavailable"),
    ("func f(_ keys: KeyMap) { leave(keys) }", "requires that 'KeyMap' conform to 'WireMessage'"),
    ("func f(_ key: DomainKey) -> [UInt8] { key.secret }", "'secret' is inaccessible due to 'internal' protection level"),
    (
      "func f(_ key: DomainKey) { _ = Answer(ServiceReply.message([])) }",
      "initializer is inaccessible due to 'internal' protection level"
    ),
  ])
  func aLeakDoesNotCompile(leak: String, refusal: String) throws {
    let result = try typecheck("import DomainManagement\nfunc leave<M: WireMessage>(_ message: M) {}\n\(leak)\n")
    #expect(result.status != 0)
    #expect(result.output.contains(refusal), "\(result.output)")
  }
}
