import Foundation
import Scenarios
import Testing
import Yams

/// What is written is read alike by tools of YAML 1.1, to which `on`, `no` and others are truth values: Yams' own reader is one.
@Suite struct OldYAMLTests {
  /// Everything that such a reader takes for something else than a word.
  private func misread(_ yaml: String) throws -> [String] {
    var misread: [String] = []
    func look(_ node: Node, _ key: String) {
      switch node {
      case .scalar(let scalar):
        guard scalar.style == .plain else { return }
        let type = node.tag.description.split(separator: ":").last
        if type != "str", !(type == "int" && ["n", "quorum", "version", "keep"].contains(key)) { misread.append(scalar.string) }
      case .mapping(let mapping):
        for (name, value) in mapping {
          look(name, "")
          // Within a quorum all numbers are ones.
          look(value, ["n", "quorum"].contains(key) ? key : name.string ?? "")
        }
      case .sequence(let sequence): for item in sequence { look(item, key) }
      default: break
      }
    }
    look(try #require(try Yams.compose(yaml: yaml)), "")
    return misread
  }

  @Test func aKeyOnWouldBeMisread() throws { #expect(try misread("{reuse: alice, on: T1, quorum: 2}") == ["on"]) }

  @Test(arguments: ShippedScenarioTests.files) func whatIsWrittenIsNotMisread(file: String) throws {
    #expect(try misread(try Folder.scenario(file).yaml) == [])
  }

  @Test func namesThatAreTruthValuesAreQuoted() throws {
    let names = [
      "y", "Yes", "n", "NO", "on", "Off", "true", "False", "null", "Null", "~", "1", "1.5", "0x1F", "1_0", "2026-11-26", ".nan",
      "1:30", "",
    ]
    var scenario = try Scenario(yaml: StatedScenarioTests.plain, file: "f")
    for name in names {
      (scenario.name, scenario.title, scenario.story) = (name, name, name)
      #expect(try misread(scenario.yaml) == [], "\(name)")
      #expect(try Scenario(yaml: scenario.yaml, file: "f") == scenario)
    }
  }

  /// A signature on another trust was written `{reuse: alice, on: T1}` before; a tool makes `true` of it.
  @Test(arguments: ["on", "true"]) func theOldKeyIsReadAsTheNewOne(key: String) throws {
    let text = try String(contentsOf: Folder.root.appending(path: "Adversaries/Scenarios/signatures-moved.yaml"), encoding: .utf8)
    let old = text.replacing(", from: T1}", with: ", \(key): T1}")
    #expect(old != text)
    #expect(try Scenario(yaml: old, file: "f") == Scenario(yaml: text, file: "f"))
  }
}
