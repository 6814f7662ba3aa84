import Records
import Scenarios
import Words

extension CheckRecord {
  /// Gives each case of a file a name of its own: of two that look alike to a reader of reports it drops one.
  mutating func tellApart() {
    func look(_ name: String) -> String { Escape.terminal(name).split(separator: " ").joined(separator: " ") }
    var taken: Set<[String]> = []
    for index in cases.indices {
      let (item, file) = (cases[index], cases[index].file ?? "")
      var count = 1
      while !taken.insert([file, look(cases[index].name)]).inserted {
        count += 1
        cases[index].name = "\(item.name) (\(count))"
      }
    }
  }
}

extension CheckRecord.Case {
  /// What could not be read.
  init(_ error: InputError) { self.init(.expectation, error.file, error.file, error.line, .error, error.description) }

  mutating func end(_ outcome: Outcome, _ message: String) { (self.outcome, self.message) = (outcome, message) }
}
