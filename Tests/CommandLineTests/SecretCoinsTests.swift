import Foundation
import Testing

@Suite struct SecretCoinsTests {
  private let forge = ["play", "signature-idealization", "-a", "fuzz", "--trials", "64", "--format", "json"]

  private func record(_ coins: String, _ more: String...) throws -> [String: Value] {
    try Gamekeeper.run(forge + ["--coins", coins] + more).json()
  }

  @Test func aSecretIsDrawnAnewPrintedAndPlaysTheSameRunAgain() throws {
    let first = try record("secret"), second = try record("secret")
    let kind = try #require(first["generator"]?.text)
    #expect(kind.hasPrefix("secret:") && kind.count == 71 && second["generator"]?.text != kind)
    let again = try record(kind)
    #expect(again["bits"] == first["bits"] && again["replay"] == first["replay"] && again["bad"] == first["bad"])
  }

  @Test func theTokenOfASecretRunReplaysAsItIs() throws {
    let token = try #require(try record("secret")["replay"]?.text)
    #expect(token.hasPrefix("gk2:"))
    let replay = try Gamekeeper.run("replay", token, "--show-coins")
    #expect(replay.status == 0 && replay.error == "")
    let plain = try #require(try record("chacha20")["replay"]?.text)
    #expect(plain.hasPrefix("gk1:"))
    #expect(try Gamekeeper.run("replay", plain, "--show-coins").output != replay.output)
  }

  @Test func whatIsNoSecretIsRefused() throws {
    let short = try Gamekeeper.run(forge + ["--coins", "secret:12"])
    #expect(short.status == 64 && short.error.hasPrefix("gamekeeper: error: `--coins secret:12` is not a secret\n"))
    let unknown = try Gamekeeper.run(forge + ["--coins", "secrets"])
    #expect(unknown.status == 64 && unknown.error.contains("unknown generator `secrets`"))
    #expect(unknown.error.contains("did you mean `secret`?"))
  }

  /// As a trap in the program does; what traps inside a trial is in CatalogTests.
  @Test func aTrapEndsTheProgramWithStatus70() throws {
    let run = try Gamekeeper.run(
      ["play", "signature-idealization", "--trials", "1e12"], interruptingAfter: 0.1, with: SIGILL)
    #expect(run.status == 70 && run.error.hasPrefix("gamekeeper: internal error: the program stopped"), "\(run)")
  }
}
