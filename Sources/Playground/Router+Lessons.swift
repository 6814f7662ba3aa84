internal import Arena
internal import Pages
internal import Teaching

extension Router {
  func lesson(_ ask: Ask) throws(CatalogError) -> Reply {
    if ask.parts.count == 1 { return Reply(.lessons(.served)) }
    // A block that was run is at this address, too: reading it again reads the lesson.
    return Reply(.lesson(try named(ask), .served))
  }

  /// Runs one block of a lesson, as it stands there: nothing that is run comes from the request.
  func block(_ ask: Ask) async throws(CatalogError) -> Reply {
    let lesson = try named(ask)
    let run: ShownRun? =
      Int(ask.parts[2]).flatMap { lesson.parts.indices.contains($0) ? lesson.parts[$0] : nil }.flatMap { part in
        switch part {
        case .run(let run): run
        case .exercise(let exercise): exercise.solution
        default: nil
        }
      }
    guard let run, let place = Int(ask.parts[2]) else {
      throw CatalogError("lesson `\(lesson.name)` has no block `\(ask.parts[2])` that could be run")
    }
    guard let result = await stage.play(run.command, by: shell) else {
      return Reply(
        .message("Busy", "Another command of a lesson is playing.", hint: "One plays at a time: go back, and run it again soon."),
        status: 503)
    }
    return Reply(.lesson(lesson, played: .init(place: place, output: result.output, ending: result.ending), .served))
  }

  private func named(_ ask: Ask) throws(CatalogError) -> Lesson {
    guard let lesson = Lesson.all.first(where: { $0.name == ask.parts[1] }) else {
      throw .unknown("lesson", ask.parts[1], among: Lesson.all.map(\.name))
    }
    return lesson
  }
}
