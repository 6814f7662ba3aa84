internal import Forms

/// What was said in the trials that are compared, by lane.
///
/// `@unchecked Sendable`: it belongs to a `Conversation`, and is handed over with it.
final class TrialScript: @unchecked Sendable {
  private var scripts: [Int: Emitter] = [:]

  /// Whether any lane's is written down.
  var isWriting: Bool { !scripts.isEmpty }

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

  /// Where what was said in a trial differs from what was said in it before, in words; nil if it does not.
  static func difference(_ first: [UInt8], _ second: [UInt8]) -> String? {
    guard second != first else { return nil }
    let (old, new) = (first.split(separator: 10), second.split(separator: 10))
    let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    func words(_ lines: [ArraySlice<UInt8>]) -> String {
      line < lines.count ? "`\(String(decoding: lines[line].prefix(200), as: UTF8.self))`" : "nothing"
    }
    return "line \(line + 1) of what was said, first \(words(old)), then \(words(new))"
  }

  private func write<Value>(_ lane: Int, _ value: Value, _ form: Form<Value>) {
    guard var emitter = scripts.removeValue(forKey: lane) else { return }
    form.write(value, &emitter)
    emitter.byte("\n")
    scripts[lane] = emitter
  }
}
