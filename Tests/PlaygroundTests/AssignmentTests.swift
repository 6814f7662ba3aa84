import Testing

/// The assignments of the course, on the pages where an adversary is written.
@Suite struct AssignmentTests {
  @Test(arguments: [
    ("/game/signature-forgery-one-key", "forge-short-signatures", "set-signatureBits=5"),
    ("/game/hash-idealization", "find-collision", "set-hashBits=8"), ("/game/aead", "search-key", "set-q_open=16"),
    ("/game/signature-idealization", "maul-ecdsa", "suite=kms"), ("/game/key-secrecy", "bring-in-rogue-hsm", "trials=5000"),
  ]) func eachIsTakenWithItsSettings(_ game: String, _ name: String, _ setting: String) async throws {
    try await Served.run { served in
      let page = try await served.ask("\(game)/break").body
      #expect(page.contains("gamekeeper grade \(name) ") && !page.contains("name=\"assignment\""))
      let pattern = try Regex("href=\"(\(game)/break\\?assignment=\(name)&amp;[^\"]+)\">Take it")
      let link = String(try #require(page.firstMatch(of: pattern)?.output[1].substring)).replacing("&amp;", with: "&")
      #expect(link.contains(setting), "\(link)")
      let taken = try await served.ask(link)
      #expect(taken.status == 200 && taken.body.contains("What you run is graded by it"))
      #expect(taken.body.contains("<input type=\"hidden\" name=\"assignment\" value=\"\(name)\">"))
    }
  }

  @Test func otherSettingsAreNotGraded() async throws {
    try await Served.run { served in
      let page = "/game/signature-forgery-one-key/break"
      let (name, own) = ("assignment=forge-short-signatures", "set-signatureBits=5&trials=4000")
      #expect(try await served.ask("\(page)/begin", post: "\(name)&\(own)").status == 200)
      for other in ["set-signatureBits=4&trials=4000", "set-signatureBits=5&trials=100", "\(own)&set-tries=5"] {
        let refused = try await served.ask("\(page)/begin", post: "\(name)&\(other)")
        #expect(refused.status == 404 && refused.body.contains("is played with other settings"), "\(other)")
      }
      let unknown = try await served.ask("\(page)/begin", post: "assignment=find-collision&\(own)")
      #expect(unknown.status == 404 && unknown.body.contains("unknown assignment"))
    }
  }
}
