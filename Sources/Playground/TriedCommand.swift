internal import Arena
internal import ChildProcesses
internal import PolicySearch
internal import Words

/// A command that a reader tries in an exercise: one that plays, searches or tells, and names no file.
enum TriedCommand {
  private static let verbs = ["play", "hop", "exact", "attack", "explore", "describe", "list"]
  private static let options: [String] = {
    let plain = [
      "adversary", "suite", "set", "twin", "trials", "seed", "chances", "stop-when", "coupling", "without", "with", "first",
      "property", "transparent-wrap", "listing", "expect",
    ]
    return plain + ScopeCount.allCases.map(\.rawValue) + ScopeText.allCases.map(\.rawValue)
  }()

  /// - Throws: why it is not run here, in words.
  static func check(_ text: String) throws(CatalogError) {
    let words: [String]
    do throws(StartFailure) { words = try Command(text).words } catch { throw CatalogError("\(error)", hint: error.hint) }
    guard words.count > 1, words[0] == Program.name, verbs.contains(words[1]) else {
      throw CatalogError("`\(text)` is not run here", hint: "`\(Program.name)` and one of \(verbs.joined(separator: ", "))")
    }
    for word in words.dropFirst(2) {
      let option = word.prefix { $0 != "=" }
      if word.hasPrefix("-"), option != "-a", !options.contains(where: { option == "--\($0)" }) {
        throw CatalogError("`\(word)` is not taken here", hint: (["-a"] + options.map { "--\($0)" }).joined(separator: ", "))
      }
      guard !word.contains("/"), ![".yaml", ".yml"].contains(where: word.hasSuffix) else {
        throw CatalogError("`\(word)` is a file, and none is read here", hint: "names of what there is: `/glossary`, `/attack`")
      }
    }
  }
}
