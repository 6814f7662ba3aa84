import Policy
import Records
import Scenarios

/// Makes a found attack as short to read as it can be: what can go without the property being saved goes.
enum ScenarioMinimiser {
  /// Leaves out steps, endorsements, entities and trusts, one at a time, as long as `property` still breaks under the policy.
  static func minimise(_ scenario: Scenario, breaking property: Property, policy: PolicySelection) throws(UnknownRule) -> Scenario
  {
    var best = scenario
    var isShrinking = true
    while isShrinking {
      isShrinking = false
      for candidate in candidates(best) where try breaks(candidate, property, policy) {
        best = candidate
        isShrinking = true
        break
      }
    }
    return tidied(best)
  }

  static func breaks(_ scenario: Scenario, _ property: Property, _ policy: PolicySelection) throws(UnknownRule) -> Bool {
    try ScenarioRunner.run(scenario, policy: policy).broken.contains(property)
  }

  private static func candidates(_ scenario: Scenario) -> [Scenario] {
    var candidates: [Scenario] = []
    for index in scenario.steps.indices.reversed() {
      var shorter = scenario
      shorter.steps.remove(at: index)
      candidates.append(shorter)
    }
    for index in scenario.steps.indices {
      for signers in fewerSigners(scenario.steps[index].command.signers) {
        var shorter = scenario
        shorter.steps[index].command.signers = signers
        candidates.append(shorter)
      }
    }
    return candidates
  }

  /// Without one endorsement; forgeries are left out before real signatures.
  private static func fewerSigners(_ signers: [[Command.Signer]]) -> [[[Command.Signer]]] {
    signers.indices.flatMap { link in
      signers[link].indices.reversed().map { index in
        var fewer = signers
        fewer[link].remove(at: index)
        return fewer
      }
    }
  }

  /// Without the trusts and entities that nothing mentions any more.
  private static func tidied(_ scenario: Scenario) -> Scenario {
    var tidied = scenario
    var used = Set(tidied.steps.flatMap(\.command.trusts))
    for sketch in tidied.trusts.reversed() where used.contains(sketch.name) {
      used.formUnion([sketch.parent, sketch.domain].compactMap { $0 })
    }
    tidied.trusts.removeAll { !used.contains($0.name) }
    var names = Set(tidied.steps.flatMap(\.command.entities))
    for sketch in tidied.trusts {
      names.formUnion(sketch.operators + sketch.hosts)
      for entry in sketch.hsms { names.formUnion([entry.hsm, entry.agreementOf]) }
    }
    names.formUnion(tidied.entities.compactMap { names.contains($0.name) ? $0.sharesKeyWith : nil })
    tidied.entities.removeAll { !names.contains($0.name) }
    return tidied
  }
}

extension Command {
  private var links: [LinkSketch] {
    switch self {
    case .found(_, let link, _, _): [link]
    case .update(_, _, let path, _, _), .advance(_, let path): path
    default: []
    }
  }

  /// Who signs, link by link, or an order.
  var signers: [[Signer]] {
    get { if case .rotateKey(_, _, _, _, let signers, _, _) = self { [signers] } else { links.map(\.signers) } }
    set {
      let links = zip(links, newValue).map { LinkSketch($0.trust, $1) }
      switch self {
      case .found(let hsm, _, let recipients, let token):
        self = .found(hsm: hsm, links[0], recipients: recipients, token: token)
      case .update(let hsm, let token, _, let recipients, let result):
        self = .update(hsm: hsm, token: token, path: links, recipients: recipients, result: result)
      case .advance(let host, _): self = .advance(host: host, path: links)
      case .rotateKey(let hsm, let token, let handle, let version, _, let kept, let result):
        self = .rotateKey(
          hsm: hsm, token: token, handle: handle, version: version, signers: newValue[0], kept: kept, result: result)
      default: break
      }
    }
  }

  var trusts: [String] {
    let named: [String] =
      switch self {
      case .authorise(_, let trust), .install(_, let trust): [trust]
      case .forge(let sketch): [sketch.trust]
      default: []
      }
    let reused = links.flatMap { link in
      link.signers.compactMap { if case .reused(_, let trust) = $0 { trust } else { nil } }
    }
    return named + links.map(\.trust) + reused
  }

  var entities: [String] {
    let named: [String] =
      switch self {
      case .authorise(let name, _), .found(let name, _, _, _), .install(let name, _), .advance(let name, _): [name]
      case .rotateKey(let hsm, _, _, _, _, _, _): [hsm]
      case .addKey(let hsm, _, _, let recipients, _), .update(let hsm, _, _, let recipients, _): [hsm] + (recipients ?? [])
      case .encrypt(let host, let hsm, _, _, _, _), .decrypt(let host, let hsm, _, _, _),
        .createKey(let host, let hsm, _, _, _), .rewrapKey(let host, let hsm, _, _, _, _):
        [host, hsm]
      case .forge(let sketch): [sketch.signer]
      case .corrupt(_, let name): [name]
      }
    return named + signers.flatMap { $0.map(\.name) }
  }
}
