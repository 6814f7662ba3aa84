import Foundation
import Testing

/// The words of the interface lead to what they mean.
@Suite struct GlossaryTests {
  @Test(arguments: ["/", "/games", "/hop/ind_uf", "/attack", "/moves", "/rules"])
  func everyWordIsInTheGlossary(_ path: String) async throws {
    try await Served.run { served in
      let glossary = try await served.ask("/glossary").body
      let words = try await served.ask(path).body.matches(of: /href="\/glossary#([^"]+)"/).map { String($0.1) }
      #expect(!words.isEmpty)
      for word in words { #expect(glossary.contains("<dt id=\"\(word)\">"), "\(word)") }
    }
  }
}
