/// A planted defect of a game or a hop, and a request under which a run notices it.
public struct PlantedDefect: Sendable {
  public let name: String
  public let adversary: String
  public let suite: Suite
  public let settings: [(name: String, value: Int)]
  /// The entry in which it shows, where no adversary can see it in the one that lists it.
  public let elsewhere: String?

  init(
    _ name: String, by adversary: String, on suite: Suite = .calibrated, with settings: [(name: String, value: Int)] = [],
    elsewhere: String? = nil
  ) {
    (self.name, self.adversary, self.suite, self.settings, self.elsewhere) = (name, adversary, suite, settings, elsewhere)
  }

  /// The request, ready to be run.
  public func selection(in entry: Entry) throws(CatalogError) -> Selection {
    let seen = Catalog.entries.first { $0.name == elsewhere } ?? entry
    return try Catalog.select(seen, adversary: adversary, suite: suite.rawValue, settings: settings, twin: name)
  }

  /// The request as a command.
  public func command(in entry: Entry) -> String {
    let seen = Catalog.entries.first { $0.name == elsewhere } ?? entry
    let options = (suite.isCalibrated ? [] : ["--suite \(suite.rawValue)"]) + settings.map { "--set \($0.name)=\($0.value)" }
    return (["gamekeeper \(seen.kind == .hop ? "hop" : "play") \(seen.name) -a \(adversary) --twin \(name)"] + options).joined(
      separator: " ")
  }
}
