internal import ArgumentParser
internal import Foundation

/// When a run began, as its reports say it: now, or the time that SOURCE_DATE_EPOCH fixes so that reports can be reproduced.
struct ReportTime {
  /// Without a time zone: it is UTC.
  let text: String
  let isFixed: Bool

  init() throws {
    let fixed = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
    // Up to the year 9999.
    if let fixed, !(Double(fixed).map { (0..<253_402_300_800).contains($0) } ?? false) {
      throw Problem.fail("SOURCE_DATE_EPOCH is `\(fixed)`; it should be a number of seconds since 1970", status: Failure.usage)
    }
    let date = fixed.flatMap(Double.init).map { Date(timeIntervalSince1970: $0) } ?? Date()
    (text, isFixed) = (String(date.formatted(.iso8601).dropLast()), fixed != nil)
  }
}
