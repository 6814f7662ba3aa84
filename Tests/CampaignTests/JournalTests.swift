import Campaigns
import Foundation
import TestSupport
import Testing

/// Lines are there as they were written, or are not taken for any.
@Suite struct JournalTests {
  private func written(_ lines: [String]) throws -> [UInt8] {
    try inScratchFolder { folder in
      let path = folder.appending(path: "journal").path
      let (_, writer) = try JournalWriter.open(path, about: "a test")
      for line in lines { try writer.append(line) }
      return Array(try Data(contentsOf: URL(filePath: path)))
    }
  }

  @Test func whatIsAppendedIsRead() throws {
    let journal = Journal(try written(["one", "two", "{\"three\": \"ü\"}"]), about: "a test")
    #expect(journal.lines == ["one", "two", "{\"three\": \"ü\"}"] && journal.rest == .nothing)
  }

  @Test func anEndThatIsCutOffIsNoLine() throws {
    let bytes = try written(["one", "two", "three"])
    let ends = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    for length in bytes.indices {
      let journal = Journal(Array(bytes.prefix(length)), about: "a test")
      #expect(journal.lines.count == ends.dropFirst().count { $0 <= length }, "\(length)")
      #expect(journal.rest == (ends.contains(length) ? .nothing : .cutOff), "\(length)")
    }
  }

  @Test func anyByteThatIsChangedIsSeen() throws {
    let bytes = try written(["one", "two", "three"])
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(Journal(changed, about: "a test").lines != ["one", "two", "three"], "\(index)")
    }
  }

  @Test func linesThatAreMovedMissingOrAnothersAreSeen() throws {
    let lines = try written(["one", "two", "three"]).split(separator: 10, omittingEmptySubsequences: true).map {
      Array($0) + [10]
    }
    #expect(Journal(lines.flatMap(\.self), about: "a test").rest == .nothing)
    for order in [[0, 2, 1], [1, 0, 2], [0, 2], [1, 2], [0, 1, 1]] {
      let journal = Journal(order.flatMap { lines[$0] }, about: "a test")
      #expect(journal.rest == .wrong(line: journal.lines.count + 1), "\(order)")
    }
    #expect(Journal(lines.flatMap(\.self), about: "another").rest == .wrong(line: 1))
  }

  @Test func whoeverOpensItAgainGoesOnBehindTheLastWholeLine() throws {
    try inScratchFolder { folder in
      let path = folder.appending(path: "journal").path
      try JournalWriter.open(path, about: "a test").writer.append("one")
      let file = try FileHandle(forWritingTo: URL(filePath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data("half a li".utf8))
      let (journal, writer) = try JournalWriter.open(path, about: "a test")
      #expect(journal.lines == ["one"] && journal.rest == .cutOff)
      try writer.append("two")
      #expect(try Journal.read(path, about: "a test")?.lines == ["one", "two"])
      #expect(throws: CampaignError.self) { try JournalWriter.open(path, about: "another") }
      #expect(try Journal.read(path, about: "a test")?.lines == ["one", "two"], "nothing of another's is lost")
    }
  }
}
