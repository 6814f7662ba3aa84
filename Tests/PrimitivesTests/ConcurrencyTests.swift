import Coins
import Primitives
import Testing

/// Keys and libcrypto's shared objects give every thread the same answers.
@Suite struct ConcurrencyTests {
  @Test func manyThreadsShareOneKey() async {
    func check<S: MessageScheme>(_ scheme: S) async where S.SigningKey: Sendable {
      let key = scheme.generateKey(for: Label("key"), coins: coins)
      let expected = scheme.sign(Message(1), with: key.signing, coins: coins)
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            for _ in 0..<25 {
              #expect(scheme.sign(Message(1), with: key.signing, coins: coins) == expected)
              #expect(scheme.verify(expected, of: Message(1), by: key.verification, coins: coins) == .valid)
              #expect(scheme.verify(expected, of: Message(2), by: key.verification, coins: coins) == .invalid(.doesNotVerify))
            }
          }
        }
      }
    }
    await check(ECDSA(curve: .p256, requiresLowS: false))
    await check(Ed25519())
  }
}
