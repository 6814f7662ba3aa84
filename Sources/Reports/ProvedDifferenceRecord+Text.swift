public import Records
internal import Words

extension ProvedDifferenceRecord {
  public var text: String {
    var out = "A: \(a.words)\nB: \(b.words)\nfor every size; asked: \(solver)\n\n"
    for direction in directions where direction.finding != .none {
      let other = direction.allowedBy == "A" ? "B" : "A"
      guard direction.finding == .some else {
        out += "\(solver) got lost on what \(direction.allowedBy) allows and \(other) refuses (\(direction.question))"
        out += "\(direction.remark.map { ": \($0)" } ?? "")\n"
        continue
      }
      if let witness = direction.witness {
        out += "\(direction.allowedBy) allows, \(other) refuses by \(witness.refusedBy) (\(direction.question))\n"
        out += "  for example: \(witness.words)\n"
        for (number, trust) in witness.trusts.enumerated() { out += "  T\(number): \(trust)\n" }
        out += "  \(witness.reason)\n"
      } else {
        out +=
          "\(direction.allowedBy) allows what \(other) refuses (\(direction.question)); no decision was made of the "
          + "solver's model\n"
      }
    }
    return Escape.terminal(out + "\n\(relation.words)\n", keepsLines: true)
  }

  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }
}
