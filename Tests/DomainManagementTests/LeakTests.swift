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
    ("func f(_ keys: KeyMap) { leave(keys) }", "requires that 'KeyMap' conform to 'WireMessage'"),
    ("func f(_ key: DomainKey) -> [UInt8] { key.secret }", "'secret' is inaccessible due to 'internal' protection level"),
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
}
