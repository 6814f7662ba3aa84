internal import AdversaryBridge
internal import ArgumentParser
internal import ShippedFiles

extension Language: ExpressibleByArgument {
  /// The files: the client, and a strategy that plays and loses.
  func files(_ name: NewName, against opponent: Opponent) -> [(path: String, text: String)] {
    let clients = ShippedFiles.texts.keys.filter { $0.hasPrefix("Adversaries/External/\(rawValue)/") }.sorted()
    return clients.map { (String($0.split(separator: "/")[3]), ShippedFiles.texts[$0] ?? "") }
      + [("\(name.words).\(ending)", text(name.words, opponent))]
  }

  /// What to do next, in the folder around the new one.
  func next(_ name: NewName, against opponent: Opponent, program: String) -> [String] {
    let file = "\(name.type)/\(name.words)"
    let (compile, command): ([String], String) =
      switch self {
      case .python: ([], "'python3 \(file).py'")
      case .javascript: ([], "'node \(file).js'")
      case .c: (["cc -O2 -o \(file) \(file).c"], file)
      }
    return compile + ["\(program) \(opponent.verb) --adversary-command \(command) --trials 100"]
  }
}
