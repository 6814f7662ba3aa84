import Arena
import Catalog
import Enumeration
import Testing

/// Every ledger of the catalogue against all coins, under tiny parameters, with every adversary whose coins can be gone through:
/// chances add up to the probability of a success, kind by kind, and forced successes show what happens.
@Suite struct ChanceSweepTests {
  private static let tiny = [
    "hashBits": 2, "signatureBits": 1, "keyBits": 2, "groupBits": 2, "nonceBits": 1, "contextBits": 1, "cipherKeyBits": 1,
    "tagBits": 1, "q_work": 2, "q_hash": 2, "q_gen": 2, "q_own": 2, "q_node": 2, "q_uses": 2, "tries": 1,
    "q_group": 3, "q_log": 1,
  ]

  /// What has a ledger, and costs so little that all coins can be gone through. The protocol draws keys of 64 bits and more: its
  /// ledgers are held to all coins in ProtocolChanceTests, by adversaries that ask for none.
  private static let accounted: Set = [
    "signature-idealization", "signature-forgery", "signature-forgery-one-key", "quorum-forgery", "hash-idealization",
    "hash-collision", "ind_uf", "uf_uf1", "ind_uf1", "ind_cr", "ind_cr-as-published", "hash-chain", "key-distinctness",
    "generic-logarithm", "nonce-collision", "derived-key", "aead", "aead-as-published", "gcm-reuse",
  ]

  private func selection(_ entry: Entry, _ adversary: String) throws -> Selection {
    let settings = entry.parameters.filter { $0.applies(to: adversary) }.compactMap { parameter in
      Self.tiny[parameter.name].map { (name: parameter.name, value: $0) }
    }
    return try Catalog.registry.select(entry, adversary: adversary, suite: "calibrated", settings: settings)
  }

  @Test func theseAreAllThatHaveOne() throws {
    let found = try Catalog.registry.entries.filter { entry in
      guard entry.weight == 1, entry.suite(for: .calibrated) == .calibrated else { return false }
      return try entry.adversaries(on: .calibrated).contains { try selection(entry, $0).noChances == nil }
    }
    #expect(Set(found.map(\.name)) == Self.accounted)
  }

  @Test(arguments: accounted.sorted()) func overAllCoinsTheReportsAreRight(_ name: String) throws {
    let entry = try Catalog.registry.entry(name)
    var seen = 0
    for adversary in entry.adversaries(on: .calibrated) where !adversary.hasPrefix("fuzz") {
      let selection = try selection(entry, adversary)
      // It encrypts more bytes than can be gone through.
      guard selection.noChances == nil, adversary != "recover-authentication-key" else { continue }
      let exact = try #require(try ExactChances(selection.experiment, limit: 20_000), "\(adversary)")
      #expect(exact.holds, "\(name), \(adversary): \(exact)")
      #expect(exact.forfeit == 0, "\(name), \(adversary)")
      if exact.successes > 0 { seen += 1 }
    }
    #expect(seen > 0, "somebody succeeds")
  }

  /// Its twin: where the left world leaks what it seals, the chances are those of nobody's success.
  @Test func whereHandlesLeakTheReportsAreWrong() throws {
    let leaking = try select("generic-logarithm", "read-handles", [("groupBits", 2), ("q_group", 3)], twin: "leaking-handles")
    let exact = try #require(try ExactChances(leaking.experiment, limit: 5000))
    #expect(!exact.holds && exact.successes == 1 && exact.chances < 1)
  }
}
