internal import Grading
internal import Records
internal import Reports

extension Name {
  static func assignment(_ name: String) -> Name {
    let title = (try? Files.assignment(name))?.title ?? ""
    return Name(.assignments, name, title) {
      let assignment = try Files.assignment(name)
      let settings = assignment.settings.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
      return Description(
        DescriptionRecord(
          kind: List.Section.assignments.kind, name: name, words: "assignment \(name): \(title)\n\n\(assignment.task)",
          facts: [
            .init(assignment.kind.rawValue, assignment.entry), .init("suite", assignment.suite), .init("parameters", settings),
            .init("trials", "\(assignment.trials)"),
            .init(
              "to be shown",
              [assignment.verdict?.name, assignment.advantage.map { "an advantage of at least \(Number.text($0))" }]
                .compactMap(\.self).joined(separator: ", ")),
            .init("most queries", assignment.mostQueries.map { "\($0) a trial" } ?? ""),
            .init("error probability", Number.text(assignment.errorProbability)),
            .init("points", Number.text(assignment.points)),
          ].filter { !$0.value.isEmpty }))
    }
  }
}
