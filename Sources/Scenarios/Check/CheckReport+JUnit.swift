internal import Foundation

extension CheckReport {
  /// JUnit XML: passing cases listed, an unmet expectation a failure, bad input an error, an inconclusive search skipped, and so is what an interrupt left undone.
  public var junit: String {
    let failures = cases.filter { $0.outcome == .notMet }.count
    let errors = cases.filter { $0.outcome == .error }.count
    let skipped = cases.filter { $0.outcome == .inconclusive || $0.outcome == .skipped }.count
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out += "<testsuites><testsuite name=\"gamekeeper check\" tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\">\n"
    for item in cases {
      let message = ScenarioReport.escaped(item.message)
      out += "<testcase classname=\"\(ScenarioReport.escaped(item.file))\" name=\"\(ScenarioReport.escaped(item.name))\" time=\"\(String(format: "%.3f", item.seconds))\">"
      switch item.outcome {
      case .met: break
      case .notMet: out += "<failure message=\"\(message)\"/>"
      case .error: out += "<error message=\"\(message)\"/>"
      case .inconclusive, .skipped: out += "<skipped message=\"\(message)\"/>"
      }
      out += "</testcase>\n"
    }
    return out + "</testsuite></testsuites>\n"
  }
}
