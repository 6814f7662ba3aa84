internal import Records
internal import Words

extension Entry {
  /// The showcase as options of the command line; nil where it does not make a bound of which every term can be seen at work.
  public var weakening: String? {
    let values = Dictionary(parameters.map { ($0.name, Double(showcase[$0.name] ?? $0.value)) }) { $1 }
    let bound = bound(.calibrated)
    let terms = bound.payments.map { $0.term.value(values) ?? 0 }
    guard let total = bound.value(values), Self.visible.contains(total), terms.allSatisfy(Self.visible.contains) else {
      return nil
    }
    let settings = parameters.compactMap { parameter in
      showcase[parameter.name].map { CommandWords.setting(parameter.name, $0) }
    }
    return settings.isEmpty ? nil : settings.joined(separator: " ")
  }

  /// Bounds that say something and that some ten thousand trials can be compared with.
  public static let visible = 1e-3..<1.0
}
