import Foundation
import Testing

/// A domain key in an HSM's answer does not compile. The control differs in one word and does.
@Suite struct LeakTests {
  /// - Parameter module: the module that the text is a part of; nil for an outsider.
  private func typecheck(_ body: String, in module: String? = nil) throws -> (status: Int32, output: String) {
    let modules = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "Modules").path ?? ""
    let built = ProcessInfo.processInfo.environment["GAMEKEEPER_MODULES"] ?? Self.modules(near: modules)
    let file = FileManager.default.temporaryDirectory.appending(path: "leak-\(UUID().uuidString).swift")
    try body.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-I", built, "-Xcc",
        "-fmodule-map-file=\(root.path)/Sources/CLibcrypto/module.modulemap", file.path,
      ] + (module.map { Self.sources(of: $0, below: root) } ?? [])
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  /// What a compiler needs to take a text for a part of this package's module.
  private static func sources(of module: String, below root: URL) -> [String] {
    let folder = root.appending(path: "Sources/\(module)")
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { ($0 as? URL)?.path } ?? []
    let package = String(root.lastPathComponent.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    return ["-module-name", module, "-package-name", package, "-enable-upcoming-feature", "InternalImportsByDefault"]
      + files.filter { $0.hasSuffix(".swift") }
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
    ("func f(_ keys: KeyMap) -> [UInt8] { keys.plaintext.bytes }", "'bytes' is inaccessible due to '@_spi' protection level"),
    ("func f(_ keys: KeyMap) { leave(keys) }", "requires that 'KeyMap' conform to 'WireMessage'"),
    ("func f(_ key: DomainKey) -> [UInt8] { key.secret }", "'secret' is inaccessible due to '@_spi' protection level"),
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

  /// The HSM's own code, a part of its module, is an outsider to its keys.
  private func inTheHSM(_ lines: [String]) throws -> (status: Int32, output: String) {
    try typecheck("import DomainKeys\nextension HSM {\n\(lines.joined(separator: "\n"))\n}\n", in: "DomainManagement")
  }

  @Test func theHSMMayAnswerWhatASuiteSealed() throws {
    let result = try inTheHSM([
      "func f(_ key: DomainKey, _ suite: S) -> Answer<ServiceReply>? {",
      "  suite.seal([1], key: key, associatedData: [], draw: 0).map { Answer(ServiceReply.ciphertext($0)) } }",
      "func g(_ wrapped: Wrapped<S>, _ suite: S) -> KeyMap? {",
      "  suite.unwrap(wrapped.shares[0].share, with: agreement, key: member.agreementKey, tag: []).flatMap { KeyMap($0) } }",
    ])
    #expect(result.status == 0, "\(result.output)")
  }

  /// Each leak stands on a line of its own, and the compiler objects to every one of them.
  @Test func aLeakInTheHSMsOwnModuleDoesNotCompile() throws {
    let leaks = [
      ("Answer(ServiceReply.message(key.secret))", "'secret' is inaccessible due to '@_spi' protection level"),
      ("Answer(ServiceReply.message(keys.plaintext.bytes))", "'bytes' is inaccessible due to '@_spi' protection level"),
      ("Answer(ServiceReply.message(keys.secrets[0].secret))", "'secrets' is inaccessible due to '@_spi' protection level"),
      (
        "Answer(ServiceReply.message(suite.makeKey(draw: 0)))",
        "cannot convert value of type 'DomainKey' to expected argument type"
      ),
      ("Answer(key)", "conformance of 'DomainKey' to 'WireMessage' is unavailable"),
      ("Answer(keys)", "requires that 'KeyMap' conform to 'WireMessage'"),
      (
        "Answer(ServiceReply.message(suite.unwrap(share, with: agreement, key: member.agreementKey, tag: [])!))",
        "cannot convert value of type 'KeyPlaintext' to expected argument type"
      ),
    ]
    let result = try inTheHSM(
      leaks.enumerated().map { "func f\($0)(_ key: DomainKey, _ keys: KeyMap, _ share: S.Share, _ suite: S) { _ = \($1.0) }" })
    #expect(result.status != 0)
    let lines = result.output.split(separator: "\n")
    for (number, leak) in leaks.enumerated() {
      // After the import and the extension's opening.
      let objection = lines.contains { $0.contains(".swift:\(number + 3):") && $0.contains("error: ") && $0.contains(leak.1) }
      #expect(objection, "\(leak.0): \(result.output)")
    }
  }
}
