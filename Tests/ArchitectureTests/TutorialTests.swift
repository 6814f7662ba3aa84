import Foundation
import TestSupport
import Testing

@Suite struct TutorialTests {
  /// What people are told to write is what `make examples` builds and tests.
  @Test func everyListingOfTheTutorialIsAFileOfAnExample() throws {
    let article = PackageRoot.url.appendingPathComponent("Sources/GamekeeperKit/GamekeeperKit.docc/WriteYourFirstGame.md")
    let listings = try String(contentsOf: article, encoding: .utf8).matches(of: /```swift\n((?s).*?)\n```/).map { String($0.1) }
    let files = try PackageRoot.swiftFiles(in: ["Examples"])
    #expect(listings.count >= 8, "the listings were found")
    for listing in listings {
      #expect(files.contains { $0.text.trimmingCharacters(in: .newlines) == listing }, "\(listing.prefix(200))")
    }
  }
}
