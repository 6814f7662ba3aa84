import Foundation
import FoundationXML
import Records
import Reports
import Testing

/// A counterexample to induction as a picture, beside its text.
@Suite struct ProofPictureTests {
  private typealias Counterexample = ProofRecord.Counterexample

  private func record(_ name: String = "d1", trusts: Int = 2) -> ProofRecord {
    var record = ProofRecord(
      policy: PolicySelection(without: [name]), solver: name,
      steps: [.init(operation: "move", lemma: name, words: name, property: nil, verdict: .refuted, milliseconds: 1)])
    let all = (0..<trusts).map { index in
      Counterexample.Trust(
        "\(name)\(index)", parent: index == 0 ? nil : "\(name)\(index - 1)", place: index == 0 ? "founding" : "succeeds \(name)",
        operators: [.init("o1", .honest), .init(name, .dishonest)], hsms: [.init("\(name)=r1", .rogue)], hosts: [],
        remarks: [name])
    }
    record.counterexample = .init(operation: "move", words: name, lemma: name, trusts: all, remarks: [name])
    return record
  }

  private func isWellFormed(_ svg: String) -> Bool { XMLParser(data: Data(svg.utf8)).parse() }

  @Test(arguments: PictureTests.nasty, [0, 1, 2, 5]) func itIsWellFormed(_ name: String, _ trusts: Int) {
    let svg = record(name, trusts: trusts).svg
    #expect(isWellFormed(svg) && !svg.contains("<script"), "\(name.debugDescription)")
  }

  /// Everything that the text tells stands in the picture, on light paper and on dark.
  @Test func itSaysWhatTheTextSays() throws {
    let record = record()
    let counterexample = try #require(record.counterexample)
    for words in ["(move)", "lost: d1", "founding", "o1", "d1=r1", "hosts: nobody", record.verdict] + counterexample.remarks {
      #expect(record.svg.contains(words), "\(words)")
    }
    #expect(record.text.contains("d10: founding; operators o1, d1; HSMs d1=r1; hosts nobody; d1\n"), "\(record.text)")
    #expect(record.svg.contains("@media (prefers-color-scheme: dark)"))
    #expect(record.svg.contains("d11 succeeds d10") && !self.record(trusts: 1).svg.contains("d10 succeeds"))
  }

  @Test func sidesAreToldByShape() {
    let svg = record().svg
    #expect(svg.contains("<title>d1, dishonest</title>") && svg.contains(#"rx="8""#), "cut corners, and round ones")
    for legend in ["honest, genuine", "dishonest", "rogue"] { #expect(svg.contains(">\(legend)<"), "\(legend)") }
    #expect(!svg.contains(">adversary<"), "nobody of that side is in it")
  }

  /// Nothing lies outside, and no frame across another.
  @Test(arguments: [2, 3, 5]) func trustsStandBesideEachOther(_ count: Int) throws {
    let svg = record(trusts: count).svg
    let width = try #require(svg.firstMatch(of: /viewBox="0 0 ([0-9.]+)/).flatMap { Double($0.1) })
    let frames = svg.matches(of: /<rect x="([0-9.]+)" y="[0-9.]+" width="290"/).compactMap { Double($0.1) }
    #expect(frames.count == count && (frames.last ?? 0) + 290 < width)
    #expect(zip(frames, frames.dropFirst()).allSatisfy { $0 + 290 < $1 })
  }

  @Test func whereNothingWasFoundItSaysSo() {
    var proved = record()
    (proved.counterexample, proved.steps) = (nil, [])
    #expect(isWellFormed(proved.svg) && proved.svg.contains("proved for every size"))
  }
}
