import Coins
import Foundation
import Primitives
import Testing

/// A libcrypto that cannot do what it is asked for ends the program with status 70 and one line that says what it could not.
@Suite struct LibcryptoFailureTests {
  /// Has libcrypto load these providers only; it reads the file when it is first asked for anything.
  static func load(_ providers: String...) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "openssl-\(UUID().uuidString).cnf")
    let sections = providers.map { "[section-\($0)]\nactivate = 1\n" }.joined()
    let text =
      "openssl_conf = init\n[init]\nproviders = list\n[list]\n" + providers.map { "\($0) = section-\($0)\n" }.joined() + sections
    try Data(text.utf8).write(to: file)
    setenv("OPENSSL_CONF", file.path, 1)
  }

  @Test func aMissingAlgorithmIsNamed() async throws {
    let result = try #require(
      await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
        try LibcryptoFailureTests.load("base")
        _ = SHA2.sha384.digest([1, 2, 3])
      })
    let error = String(decoding: result.standardErrorContent, as: UTF8.self)
    let line = try #require(error.split(separator: "\n").first { $0.hasPrefix("gamekeeper: error: libcrypto failed in ") })
    #expect(
      line.contains("`inner_evp_generic_fetch` at Primitives/DigestAlgorithm.swift:") && line.contains("SHA2-384"), "\(line)")
  }

  /// The twin: with one provider more it is there.
  @Test func whatIsThereIsNoFailure() async {
    await #expect(processExitsWith: .success) {
      try LibcryptoFailureTests.load("base", "default")
      _ = SHA2.sha384.digest([1, 2, 3])
    }
  }
}
