internal import Arena
internal import Enumeration
internal import Words

extension Exact {
  /// A command that can be played over all coins, instead of one that cannot: it was tried, with few paths.
  func smaller(than selection: Selection) -> String? {
    // First for small results at once; the idle adversary shows nothing, and comes last.
    let others = selection.entry.adversaries.filter { $0 != selection.adversary && $0 != "idle" }
    let tries = [1_000, 5_000].flatMap { limit in ([selection.adversary] + others).map { ($0, limit) } } + [("idle", 1_000)]
    for (adversary, limit) in tries where selection.entry.adversaries.contains(adversary) {
      guard let values = values(selection, adversary, limit: limit) else { continue }
      let settings = selection.entry.parameters.compactMap { parameter in
        values[parameter.name].flatMap { $0 == parameter.value ? nil : " --set \(parameter.name)=\($0)" }
      }
      let command =
        "\(Program.name) exact \(name) -a \(adversary)\(twin.map { " --twin \($0)" } ?? "")\(views ? " --views" : "")"
        + settings.joined()
      return adversary == selection.adversary
        ? "these values are small enough: \(command)"
        : "with `\(selection.adversary)` none were found that are small enough; with `\(adversary)` these are: \(command)"
    }
    return nil
  }

  private func values(_ selection: Selection, _ adversary: String, limit: Int) -> [String: Int]? {
    let parameters = selection.entry.parameters.filter { $0.applies(to: adversary) }
    let asked = parameters.map { ($0.name, selection.parameters[$0.name] ?? $0.value, $0.range.lowerBound) }
    return SmallerParameters.find(asked) { values in
      let settings = values.map { (name: $0.key, value: $0.value) }
      guard !Interrupts.isRaised,
        let smaller = try? Gamekeeper.registry.select(
          selection.entry, adversary: adversary, suite: selection.suite.rawValue, settings: settings, twin: twin)
      else { return false }
      let experiment = smaller.experiment
      guard (try? ExactProbabilities(experiment, limit: limit)) != nil else { return false }
      return !views || (try? ExactDistributions(experiment, limit: limit)) != nil
    }
  }
}
