public import Records
internal import Words

extension DifferenceRecord {
  public var text: String {
    var out = "A: \(a.words)\nB: \(b.words)\nscope: \(scope.words)\n\n"
    for witness in witnesses {
      out +=
        "\(witness.allowedBy) allows, the other refuses by "
        + "\(witness.refusedBy)\(witness.instead.map { ", for which \(witness.allowedBy) has \($0)" } ?? "") "
        + "(\(witness.count) × \(witness.question))\n"
      out += "  for example: \(witness.words)\n  \(witness.reason)\n"
    }
    for rule in unseen {
      out +=
        "no difference by \(rule): in this scope what it refuses is refused by other rules, too, or there is nothing that it "
        + "refuses\n"
    }
    out += "asked in this scope only: `\(CommandWords.line("diff", CommandWords.option("prove")))` decides it for every size\n"
    return Escape.terminal(out + "\n\(verdict)\n", keepsLines: true)
  }

  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }
}
