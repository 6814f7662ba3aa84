import Arena
import Pages
import Synchronization
import Testing

/// What goes with the pages, read anew for each of them while somebody writes it.
@Suite struct AssetTests {
  @Test func eachIsServedAsItIsNow() async throws {
    let text = Mutex("one")
    try await Served.run(assets: { asset in "\(asset.rawValue): \(text.withLock { $0 })" }) { served in
      for asset in Asset.allCases {
        text.withLock { $0 = "one" }
        #expect(try await served.ask("/\(asset.rawValue)").body.hasSuffix("\(asset.rawValue): one"))
        text.withLock { $0 = "other" }
        #expect(try await served.ask("/\(asset.rawValue)").body.hasSuffix("\(asset.rawValue): other"))
      }
      let worker = try await served.ask("/worker.js")
      #expect(worker.head.contains("default-src 'none'; script-src 'unsafe-eval'") && worker.body.hasPrefix("const client = "))
    }
  }

  @Test func oneThatCannotBeReadIsToldAndThePagesStay() async throws {
    try await Served.run(assets: { asset throws(CatalogError) in throw CatalogError("`\(asset.rawValue)`: gone") }) { served in
      let answer = try await served.ask("/page.js")
      #expect(answer.status == 404 && answer.body.contains("<code>page.js</code>: gone"), "\(answer)")
      #expect(try await served.ask("/games").status == 200)
    }
  }

  @Test func thoseOfTheProgramAreServedOtherwise() async throws {
    try await Served.run { served in
      let style = try await served.ask("/page.css").body
      #expect(style == Asset.style.shipped && !style.isEmpty)
      #expect(try await served.ask("/page.css/x").status == 404)
    }
  }
}
