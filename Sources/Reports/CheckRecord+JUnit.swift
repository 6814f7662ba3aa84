internal import Foundation
public import Records
internal import Words

extension CheckRecord {
  /// JUnit XML, valid under Jenkins' and under Ant's schema: passing cases listed, an unmet expectation a failure, bad input an
  /// error, an inconclusive search skipped, and so is what an interrupt left undone.
  /// - Parameters:
  ///   - folder: paths below it are named from there.
  ///   - timestamp: when the check began, as `2026-01-31T23:59:59`.
  ///   - verb: what was run.
  ///   - words: what it comes to, where that is not the record's own verdict.
  public func junit(from folder: String, timestamp: String, verb: String = "check", verdict words: String? = nil) -> String {
    func attributes(_ list: [(String, String)]) -> String { list.map { " \($0)=\"\(Escape.xml($1))\"" }.joined() }
    func count(_ outcomes: Case.Outcome...) -> String { "\(cases.count { outcomes.contains($0.outcome) })" }
    func time(_ seconds: Double) -> String { String(format: "%.3f", seconds) }
    let suite = attributes([
      ("id", "0"), ("package", "gamekeeper"), ("name", "\(Program.name) \(verb)"), ("hostname", "localhost"),
      ("timestamp", timestamp),
      ("tests", "\(cases.count)"),
      ("failures", count(.notMet)), ("errors", count(.error, .unavailable)), ("skipped", count(.inconclusive, .skipped)),
      ("time", time(cases.reduce(0) { $0 + $1.seconds })),
    ])
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>", "<testsuite\(suite)>", "<properties>"]
    lines += [("status", exitStatus.rawValue), ("verdict", words ?? verdict)].map {
      "<property\(attributes([("name", $0), ("value", $1)]))/>"
    }
    lines.append("</properties>")
    for item in cases {
      let owner = item.file.map { CheckPath($0, from: folder).words } ?? Program.name
      let start = "<testcase\(attributes([("classname", owner), ("name", item.name), ("time", time(item.seconds))]))>"
      let element: String? =
        switch item.outcome {
        case .met: nil
        case .notMet: "failure"
        case .error, .unavailable: "error"
        case .inconclusive, .skipped: "skipped"
        }
      // Ant's schema has no type for what is skipped.
      let kind = element == "skipped" ? [] : [("type", item.outcome.rawValue)]
      let text = Escape.xml(item.message + (item.story.map { "\n\($0)" } ?? ""))
      let result = element.map { "<\($0)\(attributes([("message", item.message)] + kind))>\(text)</\($0)>" } ?? ""
      lines.append(start + result + "</testcase>")
    }
    return (lines + ["<system-out></system-out>", "<system-err></system-err>", "</testsuite>", "</testsuites>", ""]).joined(
      separator: "\n")
  }
}
