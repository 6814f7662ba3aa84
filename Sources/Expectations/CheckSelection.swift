public import Records

/// Which cases of a check are run; left alone, all.
public struct CheckSelection: Sendable {
  private let isChosen: @Sendable (CheckRecord.Case) -> Bool
  public let isAll: Bool

  public static let all = CheckSelection(isAll: true) { _ in true }

  private init(isAll: Bool, _ isChosen: @escaping @Sendable (CheckRecord.Case) -> Bool) {
    (self.isAll, self.isChosen) = (isAll, isChosen)
  }

  /// The cases of these names, as reports have them.
  public static func named(_ names: [String]) -> CheckSelection {
    CheckSelection(isAll: false) { names.contains($0.name) }
  }

  /// Those that were not met in an earlier check.
  public static func failed(in record: CheckRecord) -> CheckSelection {
    let failed = Set(record.cases.filter { $0.outcome != .met }.map { [$0.file ?? "", $0.name] })
    return CheckSelection(isAll: false) { failed.contains([$0.file ?? "", $0.name]) }
  }

  func contains(_ item: CheckRecord.Case) -> Bool { isChosen(item) }
}
