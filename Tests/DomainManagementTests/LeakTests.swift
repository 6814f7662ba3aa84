import TestSupport
import Testing

/// A domain key in an HSM's answer does not compile. The control differs in one word and does.
@Suite struct LeakTests {
  @Test func aTokenMayBeAnswered() throws {
    let result = try ChildProcess.typecheck(
      "import DomainManagement\nfunc leave<M: WireMessage>(_ message: M) {}\nfunc f(_ reply: ServiceReply) { leave(reply) }\n")
    #expect(result.status == 0, "\(result.error)")
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
    let result = try ChildProcess.typecheck("import DomainManagement\nfunc leave<M: WireMessage>(_ message: M) {}\n\(leak)\n")
    #expect(result.status != 0)
    #expect(result.error.contains(refusal), "\(result.error)")
  }

  /// The HSM's own code, a part of its module, is an outsider to its keys.
  private func inTheHSM(_ lines: [String]) throws -> ChildProcess {
    try ChildProcess.typecheck(
      "import DomainKeys\nextension HSM {\n\(lines.joined(separator: "\n"))\n}\n", in: "DomainManagement")
  }

  @Test func theHSMMayAnswerWhatASuiteSealed() throws {
    let result = try inTheHSM([
      "func f(_ key: DomainKey, _ suite: S) -> Answer<ServiceReply>? {",
      "  suite.seal([1], key: key, associatedData: [], draw: 0).map { Answer(ServiceReply.ciphertext($0)) } }",
      "func g(_ wrapped: Wrapped<S>, _ suite: S) -> KeyMap? {",
      "  suite.unwrap(wrapped.shares[0].share, with: agreement, key: member.agreementKey, tag: []).flatMap { KeyMap($0) } }",
    ])
    #expect(result.status == 0, "\(result.error)")
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
      (
        "Answer(ServiceReply.message(suite.openKey([], under: key, associatedData: [])!))",
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
    let lines = result.error.split(separator: "\n")
    for (number, leak) in leaks.enumerated() {
      // After the import and the extension's opening.
      let objection = lines.contains { $0.contains(".swift:\(number + 3):") && $0.contains("error: ") && $0.contains(leak.1) }
      #expect(objection, "\(leak.0): \(result.error)")
    }
  }
}
