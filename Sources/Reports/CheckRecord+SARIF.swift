public import Records
internal import Words

extension CheckRecord {
  /// SARIF 2.1.0: a rule for each case, and a result for each that is not met.
  /// - Parameters:
  ///   - folder: paths below it are named from there, as those of a repository are from its root.
  ///   - exitCode: what the program ends with, if that is not its status's own.
  public func sarif(from folder: String, exitCode: Int32? = nil) throws -> String {
    func uri(_ item: Case) -> String? { item.file.map { CheckPath($0, from: folder).uri } }
    func identifier(_ item: Case) -> String {
      [item.kind.rawValue, uri(item), item.name].compactMap(\.self).joined(separator: "/")
    }
    let results = cases.enumerated().filter { $1.outcome != .met }.map { index, item in
      // What is built in has no place; whoever shows results wants one, and the first file is what the run was about.
      let place = uri(item) ?? cases.lazy.compactMap(uri).first
      return SARIF.Result(
        ruleId: identifier(item), ruleIndex: index,
        level: item.outcome == .inconclusive || item.outcome == .skipped ? "warning" : "error",
        message: .init(text: "\(item.name): \(item.message)"),
        locations: place.map {
          [.init(physicalLocation: .init(artifactLocation: .init(uri: $0), region: .init(startLine: max(1, item.line ?? 1))))]
        } ?? [],
        partialFingerprints: ["primaryLocationLineHash": "\(Self.fingerprint(identifier(item))):1"])
    }
    let rules = cases.map { item in
      let place = item.file.map { " \(Escape.shell(CheckPath($0, from: folder).words))" } ?? ""
      return SARIF.Rule(
        id: identifier(item), shortDescription: .init(text: item.name), fullDescription: .init(text: item.kind.meaning),
        help: .init(text: "\(item.kind.meaning) To see it again: \(Program.name) check\(place)"))
    }
    let run = SARIF.Run(
      tool: .init(driver: .init(name: "gamekeeper", rules: rules)), automationDetails: .init(id: "\(Program.name) check/"),
      invocations: [
        .init(
          executionSuccessful: ![.error, .unavailable, .interrupted].contains(exitStatus), exitCode: exitCode ?? exitStatus.code,
          exitCodeDescription: verdict)
      ], results: results)
    return try JSON.text(SARIF(runs: [run]))
  }

  /// FNV-1a of 64 bits: the same for the same case, whatever it says and on whatever line it stands.
  private static func fingerprint(_ text: String) -> String {
    String(text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }
}

extension CheckRecord.Case.Kind {
  fileprivate var meaning: String {
    switch self {
    case .canary: "A search that must hold holds, and one that must fall falls: otherwise nothing that the check says counts."
    case .counterexample:
      "An attack that was found once still ends as its file states, and still breaks something under a policy that it names."
    case .expectation: "A scenario, a search, a game or a hop ends as the file states, and for the reason that it states."
    case .coverage: "The rule was seen to allow something and to refuse something."
    }
  }
}

private struct SARIF: Encodable {
  var schema = "https://json.schemastore.org/sarif-2.1.0.json"
  var version = "2.1.0"
  var runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    var tool: Tool
    var automationDetails: Automation
    var invocations: [Invocation]
    var results: [Result]
  }
  struct Tool: Encodable { var driver: Driver }
  struct Driver: Encodable {
    var name: String
    var rules: [Rule]
  }
  struct Rule: Encodable {
    var id: String
    var shortDescription: Message
    var fullDescription: Message
    var help: Message
  }
  struct Automation: Encodable { var id: String }
  struct Invocation: Encodable {
    var executionSuccessful: Bool
    var exitCode: Int32
    var exitCodeDescription: String
  }
  struct Message: Encodable { var text: String }
  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Message
    var locations: [Location]
    var partialFingerprints: [String: String]
  }
  struct Location: Encodable { var physicalLocation: Physical }
  struct Physical: Encodable {
    var artifactLocation: Artifact
    var region: Region
  }
  struct Artifact: Encodable { var uri: String }
  struct Region: Encodable { var startLine: Int }
}
