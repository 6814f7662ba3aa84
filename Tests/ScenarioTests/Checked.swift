import Expectations
import Foundation
import PolicySearch
import Records
import Scenarios

/// Checks of files that are written in the tests.
enum Checked {
  static let timestamp = "2026-01-31T23:59:59"
  static let met = "  - {scenario: lone-insider, suite: symbolic}\n"
  static let notMet = "  - {name: wrong, scenario: lone-insider, suite: symbolic, expect: [keys-secret]}\n"
  static let unknown = "  - {scenario: nowhere}\n"

  /// Checks `files` by their paths, in the order of their names.
  static func check(_ files: [String: String], isInterrupted: Bool = false, requiresCoverage: Bool = false) async
    -> CheckRecord
  {
    var check = PolicyCheck(shipped: Folder.shipped) { path in
      files[path] ?? (path.hasSuffix(".yaml") ? try? String(contentsOfFile: path, encoding: .utf8) : nil)
    }
    check.shouldStop = { isInterrupted }
    check.requiresCoverage = requiresCoverage
    return await check.run(files.keys.sorted().filter { !$0.hasSuffix("scenario.yaml") })
  }

  static func check(_ cases: String) async -> CheckRecord { await check(["e.yaml": "expectations:\n" + cases]) }
}
