import Records
import Scenarios

extension GameExpectation {
  init(_ node: YAMLNode) throws(InputError) {
    let fields = try node.fields(Self.keys)
    place = (node.file, node.line, node.key)
    switch (fields["game"], fields["hop"]) {
    case (let name?, nil): (kind, self.name) = (.game, try name.string())
    case (nil, let name?): (kind, self.name) = (.hop, try name.string())
    default: throw node.error("a case is about one `game` or one `hop`")
    }
    adversary = try fields["adversary"]?.string()
    adversaryCommand = try fields["adversary-command"]?.string()
    sandbox = try fields["sandbox"]?.string()
    if adversary != nil, let command = fields["adversary-command"] {
      throw command.error("`adversary` and `adversary-command` are two adversaries", hint: "leave one out")
    }
    if adversaryCommand == nil, let sandbox = fields["sandbox"] {
      throw sandbox.error("nothing is confined without an `adversary-command`")
    }
    suite = try fields["suite"]?.string()
    twin = try fields["twin"]?.string()
    var settings: [(String, Int)] = []
    if let node = fields["set"] { for (name, value) in try node.mapping() { settings.append((name, try value.int())) } }
    self.settings = settings
    trials = try fields["trials"].map { (node) throws(InputError) in UInt64(try node.int()) }
    seed = try fields["seed"].map { (node) throws(InputError) in try node.seed() }
    let expected = try node.required("expect", fields)
    let name = try expected.string()
    guard let verdict = ExpectedVerdict(name) else {
      throw expected.error("`\(name)` is no verdict", hint: YAMLNode.suggestion(name, ExpectedVerdict.names))
    }
    self.verdict = verdict
    because = try Because(try node.required("because", fields))
  }
}

extension GameExpectation.Because {
  fileprivate init(_ node: YAMLNode) throws(InputError) {
    let fields = try node.fields(Self.keys)
    guard !fields.isEmpty else {
      throw node.error(
        "a verdict without a reason may be right for a wrong one",
        hint: "violations, violation, bad-event, reduction, reason, advantage or attained")
    }
    violations = try fields["violations"].map { (node) throws(InputError) in UInt64(try node.int()) }
    violation = try fields["violation"]?.string()
    badEvent = try fields["bad-event"]?.choice()
    reduction = try fields["reduction"]?.choice()
    reason = try fields["reason"]?.string()
    func range(_ node: YAMLNode) throws(InputError) -> NumberRange {
      let text = try node.string()
      guard let range = NumberRange(text) else {
        throw node.error("`\(text)` is no range of numbers", hint: "at-most 0.1, at-least 20 %, or 20 %…50 %")
      }
      return range
    }
    advantage = try fields["advantage"].map(range)
    attained = try fields["attained"].map(range)
  }
}
