import Coins
import Foundation
import Primitives
import Testing

/// Nothing that libcrypto allocates stays behind. Each measurement has a process of its own: other tests allocate and free in
/// this one.
@Suite(.serialized) struct MemoryTests {
  /// What ten windows of `operations` add, by the median window.
  static func growth(of operations: Int, _ body: (Int) -> Void) throws -> Footprint {
    let windows = 10
    for i in 0..<operations { body(i) }  // warm-up
    let growths = try (1...windows).map { window in
      let before = try Footprint.now()
      for i in 0..<operations { body(window * operations + i) }
      let after = try Footprint.now()
      return Footprint(resident: after.resident - before.resident, inUse: after.inUse - before.inUse)
    }
    func total(_ values: [Int]) -> Int { values.sorted()[windows / 2] * windows }
    return Footprint(resident: total(growths.map(\.resident)), inUse: total(growths.map(\.inUse)))
  }

  /// Key generation, a signature, its verification and a refusal.
  static func round(_ scheme: some MessageScheme, _ i: Int) {
    let message = Message(UInt64(i))
    let key = scheme.generateKey(for: Label("key", UInt64(i)), coins: coins)
    let signature = scheme.sign(message, with: key.signing, coins: coins)
    let other = scheme.maul(signature)
    precondition(scheme.verify(signature, of: message, by: key.verification, coins: coins) == .valid)
    precondition(scheme.verify(other, of: message, by: key.verification, coins: coins) != .valid)
  }

  /// A message to one recipient, read and refused.
  static func round<G, D, C>(_ scheme: MultiRecipientEncryption<G, D, C>, _ i: Int) {
    let key = scheme.generateKey(for: Label("agree", UInt64(i)), coins: coins)
    guard var part = try? scheme.encrypt([1, 2, 3], tag: [4], to: [key.public], label: Label("enc", UInt64(i)), coins: coins)[0]
    else {
      preconditionFailure("a generated key is a recipient")
    }
    precondition(scheme.decrypt(part, tag: [4], with: key.secret, coins: coins) == .opened([1, 2, 3]))
    precondition(scheme.decrypt(part, tag: [5], with: key.secret, coins: coins) == .refused(.doesNotVerify))
    part.ephemeral = G.PublicKey(bytes: key.public.bytes.map { _ in 0 }) ?? part.ephemeral
    precondition(scheme.decrypt(part, tag: [4], with: key.secret, coins: coins) == .refused(.malformedKey))
  }

  /// Thirteen operations, and in every hundredth call thirteen more on the slow curve.
  static func mixed(_ i: Int) {
    round(Ed25519(), i)
    round(ECDSA(curve: .p256, requiresLowS: true), i)
    round(ModernSuite().encryption, i)
    if i.isMultiple(of: 100) {
      round(ECDSA(requiresLowS: true), i)
      round(KMSSuite().encryption, i)
    }
  }

  @Test func aHundredThousandOperationsLeaveNothingBehind() async {
    await #expect(processExitsWith: .success) {
      let growth = try MemoryTests.growth(of: 700, MemoryTests.mixed)
      #expect(growth.resident < 2 << 20)
      #expect(growth.inUse < 64 << 10)
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["LONG_TESTS"] != nil))
  func aMillionOperationsLeaveNothingBehind() async {
    await #expect(processExitsWith: .success) {
      let growth = try MemoryTests.growth(of: 8000, MemoryTests.mixed)
      #expect(growth.resident < 2 << 20)
      #expect(growth.inUse < 64 << 10)
    }
  }

  /// The twin: a key in each round that nobody frees.
  @Test func aLeakIsSeen() async {
    await #expect(processExitsWith: .success) {
      let growth = try MemoryTests.growth(of: 1200) { i in
        _ = Unmanaged.passRetained(Ed25519().generateKey(for: Label("key", UInt64(i)), coins: coins).signing)
      }
      #expect(growth.inUse > 1 << 20)
    }
  }
}
