internal import Forms

/// What was said in the trials that are compared, by lane.
///
/// `@unchecked Sendable`: it belongs to a `Conversation`, and is handed over with it.
final class TrialScript: @unchecked Sendable {
  private var scripts: [Int: Emitter] = [:]

  /// From now on this lane's is written down.
  func begin(_ lane: Int) { scripts[lane] = Emitter() }

  /// What was written down; nothing is any more.
  func end(_ lane: Int) -> [UInt8] { scripts.removeValue(forKey: lane)?.bytes ?? [] }

  func asked<Query>(_ lane: Int, _ query: Query, _ form: Form<Query>) { write(lane, query, form) }
  func answered<Answer>(_ lane: Int, _ answer: Answer, _ form: Form<Answer>) { write(lane, answer, form) }

  func ended(_ lane: Int, _ how: String) {
    guard scripts[lane] != nil else { return }
    scripts[lane]?.string(how)
    scripts[lane]?.byte("\n")
  }

  private func write<Value>(_ lane: Int, _ value: Value, _ form: Form<Value>) {
    guard var emitter = scripts.removeValue(forKey: lane) else { return }
    form.write(value, &emitter)
    emitter.byte("\n")
    scripts[lane] = emitter
  }
}
