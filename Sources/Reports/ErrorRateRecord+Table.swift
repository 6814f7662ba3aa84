public import Records

extension Table {
  /// How often procedures raised an alarm.
  public init(errorRates records: [ErrorRateRecord]) {
    self.init(header: ["procedure", "truth", "alpha", "campaigns", "trials each", "alarms", "rate", "exact", "as expected"])
    rows = records.map { record in
      [
        record.procedure, Number.text(record.truth), Number.text(record.alpha), "\(record.campaigns)", "\(record.horizon)",
        "\(record.alarms)", Number.text(record.rate), record.exact.map { Number.text($0) } ?? "", record.finding.rawValue,
      ]
    }
  }
}
