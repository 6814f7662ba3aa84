/// What two records are compared by: a row of either, with the number that it is about.
public struct ComparedRow: Codable, Hashable, Sendable {
  /// What it is about, with all settings: rows of two records are compared if they are about the same.
  public let name: String
  /// Nil where nothing is measured.
  public let advantage: Estimate?
  /// The probability of the bad event, where a sweep is about that.
  public let badEvent: Estimate?
  /// The advantage as a part of the bound, where the bound says something.
  public let share: Estimate?
  /// What the chances of its moves add up to.
  public let chances: Estimate?
  public let verdict: String?
  public let status: RunStatus
  public let why: String?
  /// A command, or the token of a telling trial; nil where there is none.
  public let replay: String?

  init(
    _ name: String, advantage: Estimate?, badEvent: Estimate? = nil, share: Estimate? = nil, chances: Estimate? = nil,
    verdict: String?, status: RunStatus, why: String?, replay: String?
  ) {
    (self.name, self.advantage, self.badEvent, self.share, self.chances) = (name, advantage, badEvent, share, chances)
    (self.verdict, self.status, self.why, self.replay) = (verdict, status, why, replay)
  }
}

extension RunRecord {
  public var comparedRows: [ComparedRow] {
    [
      ComparedRow(
        ComparedRow.name([game, adversary, twin.map { "twin \($0)" }, suite, coupling], parameters), advantage: advantage,
        share: share, chances: chances?.causes, verdict: verdict.rawValue, status: outcome.status,
        why: outcome.why, replay: lockstep.replay ?? replay)
    ]
  }
}

extension ComparedRow {
  fileprivate static func name(_ parts: [String?], _ parameters: [String: Int]) -> String {
    (parts.compactMap(\.self) + parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
  }
}

extension SweepRecord {
  /// A row a point.
  public var comparedRows: [ComparedRow] {
    points.map { point in
      let swept = settings.merging(zip(parameters, point.values)) { $1 }
      let isAdvantage = quantity == "advantage"
      return ComparedRow(
        ComparedRow.name([game, adversary, twin.map { "twin \($0)" }, suite], swept),
        advantage: isAdvantage ? point.measured : nil, badEvent: isAdvantage ? nil : point.measured,
        verdict: point.verdict.rawValue, status: point.outcome.status, why: point.outcome.why, replay: point.replay)
    }
  }
}

extension HopTableRecord {
  public var comparedRows: [ComparedRow] { rows.flatMap(\.comparedRows) }
}

extension CampaignRecord {
  public var comparedRows: [ComparedRow] { rows.flatMap(\.comparedRows) }
}

extension TheoremRecord {
  public var comparedRows: [ComparedRow] {
    func row(_ name: String, _ share: Share) -> ComparedRow {
      ComparedRow(
        "\(name), \(suite)", advantage: share.advantage, share: share.fraction, chances: share.chances?.causes,
        verdict: share.verdict.rawValue, status: share.outcome.status, why: share.outcome.why, replay: share.replay)
    }
    return terms.flatMap {
      [row("\($0.symbol): \($0.adversary), together", $0.together), row("\($0.symbol): \($0.adversary), alone", $0.alone)]
    }
      + [row("everything", total)] + hops.flatMap(\.comparedRows)
  }
}

extension CheckRecord {
  public var comparedRows: [ComparedRow] {
    cases.map { item in
      ComparedRow(
        item.file.map { "\($0): \(item.name)" } ?? item.name, advantage: nil, share: item.share, verdict: nil,
        status: item.outcome.status, why: item.message, replay: nil)
    }
  }
}

extension CheckRecord.Case.Outcome {
  fileprivate var status: RunStatus {
    switch self {
    case .met: .met
    case .notMet: .notMet
    case .inconclusive: .inconclusive
    case .error: .error
    case .skipped: .interrupted
    }
  }
}
