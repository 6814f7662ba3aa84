import Foundation
import FoundationXML

/// What the published schemas of JUnit XML ask for, both that of Jenkins' xUnit plugin (junit-10.xsd) and the stricter one for
/// Ant (JUnit.xsd of Windy Road), as far as a report of ours can break them; and what readers ask for beside: counts that are
/// right, names that are unique, and a text in what is not green.
enum JUnitRules {
  static func faults(_ text: String) -> [String] {
    guard let root = try? XMLDocument(xmlString: text).rootElement() else { return ["not XML"] }
    guard root.name == "testsuites", (root.attributes ?? []).isEmpty else { return ["the root is not a bare testsuites"] }
    return elements(root).enumerated().flatMap { faults(suite: $1, $0) }
  }

  private static func faults(suite: XMLElement, _ number: Int) -> [String] {
    var faults: [String] = []
    func expect(_ isSo: Bool, _ words: String) { if !isSo { faults.append(words) } }
    let (given, cases) = (attributes(suite), elements(suite).filter { $0.name == "testcase" })
    expect(suite.name == "testsuite", "not a testsuite")
    expect(
      Set(given.keys) == ["id", "package", "name", "hostname", "timestamp", "tests", "failures", "errors", "skipped", "time"],
      "attributes of the suite: \(given.keys.sorted())")
    expect(given["id"] == "\(number)", "id")
    for name in ["package", "name", "hostname"] { expect(given[name]?.isEmpty == false, name) }
    expect(given["timestamp"]?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/) != nil, "timestamp")
    expect(given["time"]?.wholeMatch(of: /\d+\.\d+/) != nil, "time of the suite")
    func count(_ name: String) -> String { "\(cases.count { elements($0).first?.name == name })" }
    expect(given["tests"] == "\(cases.count)", "tests")
    for (name, element) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
      expect(given[name] == count(element), name)
    }
    expect(
      elements(suite).map(\.name) == ["properties"] + cases.map { _ in "testcase" } + ["system-out", "system-err"],
      "order of elements")
    for property in elements(suite).first.map(elements) ?? [] {
      expect(property.name == "property" && Set(attributes(property).keys) == ["name", "value"], "property")
    }
    for item in cases {
      let given = attributes(item)
      expect(Set(given.keys) == ["name", "classname", "time"], "attributes of a case")
      expect(given["name"]?.isEmpty == false && given["classname"]?.isEmpty == false, "an empty name")
      expect(given["time"]?.wholeMatch(of: /\d+\.\d+/) != nil, "time of a case")
      expect(elements(item).count < 2, "two outcomes")
      for outcome in elements(item) {
        expect(["failure", "error", "skipped"].contains(outcome.name), "outcome \(outcome.name ?? "")")
        expect(
          Set(attributes(outcome).keys) == (outcome.name == "skipped" ? ["message"] : ["message", "type"]),
          "attributes of an outcome")
        expect(attributes(outcome)["type"] != "", "type")
        expect(
          attributes(outcome)["message"]?.isEmpty == false && outcome.stringValue?.isEmpty == false, "an outcome without a text")
      }
    }
    let names = cases.map {
      [attributes($0)["classname"] ?? "", (attributes($0)["name"] ?? "").split(separator: " ").joined(separator: " ")]
    }
    expect(Set(names).count == names.count, "two cases of one name")
    return faults
  }

  static func cases(_ text: String) throws -> [(classname: String, name: String, outcome: String?)] {
    try XMLDocument(xmlString: text).nodes(forXPath: "//testcase").compactMap { $0 as? XMLElement }.map { item in
      (attributes(item)["classname"] ?? "", attributes(item)["name"] ?? "", elements(item).first?.name)
    }
  }

  private static func elements(_ element: XMLElement) -> [XMLElement] {
    (element.children ?? []).compactMap { $0 as? XMLElement }
  }
  private static func attributes(_ element: XMLElement) -> [String: String] {
    Dictionary((element.attributes ?? []).compactMap { node in node.name.map { ($0, node.stringValue ?? "") } }) { first, _ in
      first
    }
  }
}
