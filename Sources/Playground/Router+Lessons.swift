internal import Arena
internal import Pages
internal import Teaching

extension Router {
  func lesson(_ ask: Ask) throws(CatalogError) -> Reply {
    if ask.parts.count == 1 { return Reply(.lessons(.served)) }
    // A block that was run is at this address, too: reading it again reads the lesson.
    return Reply(.lesson(try named(ask), .served))
  }

  /// Runs one block of a lesson as it stands there, or what a reader tries in an exercise.
  func block(_ ask: Ask) async throws(CatalogError) -> Reply {
    let lesson = try named(ask)
    let (command, tried): (String?, String?) =
      switch Int(ask.parts[2]).flatMap({ lesson.parts.indices.contains($0) ? lesson.parts[$0] : nil }) {
      case .run(let run): (run.command, nil)
      case .exercise(let exercise): (ask["command"] ?? exercise.solution.command, ask["command"])
      default: (nil, nil)
      }
    guard let command, let place = Int(ask.parts[2]) else {
      throw CatalogError("lesson `\(lesson.name)` has no block `\(ask.parts[2])` that could be run")
    }
    if let tried { try TriedCommand.check(tried) }
    guard let result = await stage.play(command, by: shell) else {
      return Reply(
        .message("Busy", "Another command of a lesson is playing.", hint: "One plays at a time: go back, and run it again soon."),
        status: 503)
    }
    return Reply(
      .lesson(lesson, played: .init(place: place, tried: tried, output: result.output, ending: result.ending), .served))
  }

  private func named(_ ask: Ask) throws(CatalogError) -> Lesson {
    guard let lesson = Lesson.all.first(where: { $0.name == ask.parts[1] }) else {
      throw .unknown("lesson", ask.parts[1], among: Lesson.all.map(\.name))
    }
    return lesson
  }
}
