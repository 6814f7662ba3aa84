import Records
import Reports
import Testing

/// What `list` and `campaign list` tell, from their records.
@Suite struct ListRecordTests {
  private func record(showsDerived: Bool) -> ListRecord {
    func item(_ kind: String, _ group: String, _ name: String, isDerived: Bool = false) -> ListRecord.Item {
      .init(kind: kind, group: group, name: name, title: "is \(name)", isDerived: isDerived)
    }
    return ListRecord(
      sections: [
        [item("adversaries", "adversaries", "a_b"), item("adversaries", "adversaries", "around-a_b", isDerived: true)],
        [item("hops", "signatures", "first"), item("hops", "hashes", "second")],
      ], showsDerived: showsDerived)
  }

  @Test func aGroupIsATableAndWhatIsDerivedALine() {
    #expect(
      record(showsDerived: false).text == """
        adversaries
        ───────────  ──────
        a_b          is a_b

        and 1 that are reductions around these, such as around-a_b: `gamekeeper list adversaries --all`

        signatures
        ──────────  ────────
        first       is first

        hashes
        ──────  ─────────
        second  is second

        """)
  }

  @Test func whatIsDerivedIsShownOnRequest() {
    let text = record(showsDerived: true).text
    #expect(text.contains("\na_b          is a_b\naround-a_b   is around-a_b\n\nsignatures\n") && !text.contains("such as"))
  }

  /// A name is text there, and no markup.
  @Test func asMarkdownItIsEscaped() {
    let markdown = record(showsDerived: false).markdown
    #expect(markdown.hasPrefix("| adversaries |  |\n| --- | --- |\n| a\\_b | is a\\_b |\n\nand 1 that"))
    #expect(markdown.hasSuffix("\n\n| hashes |  |\n| --- | --- |\n| second | is second |\n"))
  }

  /// As JSON all are there, without what is for people alone.
  @Test func asJSONItIsOneList() throws {
    let json = try JSON.line(record(showsDerived: false))
    #expect(json.hasPrefix(#"[{"group":"adversaries","kind":"adversaries","name":"a_b","title":"is a_b"},{"#))
    #expect(json.contains("around-a_b") && !json.contains("isDerived") && !json.contains("sections"))
  }

  @Test func aCampaignIsARow() throws {
    let row = CampaignListRecord.Row(
      file: "./night.json", hash: "ab", commit: "c", whole: 1, shards: 4, rows: 2, trials: 1200, status: .notMet)
    let record = CampaignListRecord(rows: [row])
    #expect(record.markdown.hasSuffix("| ./night.json | c | 2 | 1,200 | 1 of 4 | not met |\n"))
    #expect(record.text.hasPrefix("plan ") && record.text.contains("./night.json  c       2     1,200   1 of 4  not met\n"))
    #expect(
      try JSON.line(record) == #"[{"commit":"c","file":"./night.json","hash":"ab","shards":4,"whole":1}]"#)
  }
}
