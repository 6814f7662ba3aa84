public import Records

extension ExplorationRecord {
  public var text: String {
    var out = "scope: \(scope.words)\n"
    if quorumAssumption.standing == .fails { out += "\(quorumAssumption.words)\n" }
    out += "under \(policy.words)\n"
    for attack in attacks {
      out += "\n" + (attack.replay?.text ?? "")
      if let rule = attack.refusedBy { out += "  under the intact policy \(rule) is the first to refuse\n" }
    }
    if !milestones.isEmpty { out += "\nseen to be possible: \(milestones.map(\.words).joined(separator: "; "))\n" }
    if !missing.isEmpty { out += "never seen: \(missing.map(\.words).joined(separator: "; "))\n" }
    if let memory {
      out +=
        "memory: \((memory.peakBytes + 500_000) / 1_000_000) MB at the peak, \((memory.bytesPerState + 500) / 1_000) kB more "
        + "for each state\n"
    }
    return out + "\n\(verdict)\n"
  }

  public func json(_ status: RunStatus) throws -> String { try JSON.text(self, status: status) }
}
