/// Rules that the text of a source file must keep.
enum SourceRules {
  /// Folders whose code is a function of its inputs and of Coins alone.
  static let pure = [
    "Games/", "Adversaries/", "Sources/Wire/", "Sources/DomainKeys/", "Sources/DomainManagement/", "Sources/Policy/",
  ]
  /// Suites: what encrypts with domain keys may read them, and whoever writes one is trusted with them.
  static let keyReaders = [
    "Sources/DomainKeys/", "Sources/DomainManagement/Suites/", "Games/KeySecrecy/Services/PortedSuite.swift",
  ]
  static let product = ["Sources/", "Games/", "Adversaries/"]
  /// What is dangerous has one door, and one module that goes through it.
  static let doors = ["CConfine": "Sources/ChildProcesses/", "CLibcrypto": "Sources/Primitives/"]
  /// Who knows options: all others have them from `CommandWords`. Engines have options of their own.
  static let speaking = ["Sources/CommandLineTool/", "Sources/Reports/", "Sources/Campaigns/Engines/"]
  static let columns = 130

  /// How code in the challenger's process could learn what the oracle does not answer. Adversaries are cooperative
  /// (docs/model.md, section 2.1): no list is complete, and this one is for slips, and for whoever reviews.
  ///
  /// A word is matched as a whole; `…` before or after it stands for the rest of a longer one.
  static let notCooperative = [
    // The generators are public: whoever has the seed could compute the challenger's coins.
    "Philox…", "ChaCha20…", "CoinSecret",
    // Behind the oracle, or into the bytes of a value.
    "Mirror", "type(of:", "as?", "as!", " as ", "String(describing:", "String(reflecting:", "dump(", "@_…", "@testable",
    "…Unsafe…", "…unsafe…", "Unmanaged", "dlsym", "dlopen",
    // Around the program: the seed stands on the command line, and the token in what is printed.
    "CommandLine…", "ProcessInfo", "Process(", "FileHandle", "…getenv", "…environ",
  ]

  /// What `text` at `path` does that it may not, one line a fault.
  static func faults(path: String, text: String) -> [String] {
    let code = uncommented(text)
    var faults: [String] = []
    if pure.contains(where: path.hasPrefix) {
      for module in ["Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Musl", "Darwin"] where imports(module, code) {
        faults.append("\(path) imports \(module)")
      }
      for word in [
        "Date(", "…Clock", "random(", "SystemRandomNumberGenerator", ".shuffled(", ".randomElement(", "FileManager", "URLSession",
        "CoinSource",
      ]
      where mentions(word, code) {
        faults.append("\(path) mentions \(word)")
      }
    }
    if path.hasPrefix("Adversaries/") {
      for word in notCooperative where mentions(word, code) { faults.append("\(path) mentions \(word)") }
    }
    if code.contains("@_spi(Cryptography) "), !keyReaders.contains(where: path.hasPrefix) {
      faults.append("\(path) reads domain keys")
    }
    if path.hasPrefix("Sources/DomainManagement/"), code.contains("@_spi(Judge) import DomainKeys") {
      faults.append("\(path) reads domain keys")
    }
    for (door, folder) in doors where !path.hasPrefix(folder) && imports(door, code) { faults.append("\(path) imports \(door)") }
    if !path.hasSuffix("/TextParameter.swift"), code.contains("OSSL_PARAM_construct_") {
      faults.append("\(path) makes an OSSL_PARAM, which points to what it is made of")
    }
    faults += LibcryptoCalls.unchecked(code).map { "\(path) ignores what \($0) answers" }
    if path.hasPrefix("Sources/CommandLineTool/"), mentions("print(", code) || mentions("FileHandle.standard…", code) {
      faults.append("\(path) writes where a loss goes unnoticed")
    }
    for command in code.matches(of: /gamekeeper (?!package|multi-recipient|\\\(version)[a-z\\]+/) {
      faults.append("\(path) spells `\(command.output)`: a package of one's own has a program of its own")
    }
    if !speaking.contains(where: path.hasPrefix) {
      for option in code.matches(of: /--[a-z][a-z-]+/) { faults.append("\(path) spells `\(option.output)`, an option") }
    }
    if code.contains("try!") { faults.append("\(path) says try!") }
    if code.contains("fatalError()") { faults.append("\(path) fails without a message") }
    if code.contains("preconditionFailure()") { faults.append("\(path) fails without a message") }
    if text.contains("@unchecked Sendable"), !hasProof(text) { faults.append("\(path) says @unchecked Sendable without a proof") }
    if text.split(separator: "\n", omittingEmptySubsequences: false).count > 300 {
      faults.append("\(path) has more than 300 lines")
    }
    return faults
  }

  /// The numbers of the lines that are too long.
  static func longLines(_ text: String) -> [Int] {
    let lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.filter { lines[$0].count > columns }.map { $0 + 1 }
  }

  /// The Markdown files that `text` cites, by their path from the root; the ending by itself is none.
  static func citations(_ text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || "/-_.".contains($0)) }
      .map { String($0.hasSuffix(".") ? $0.dropLast() : $0) }.filter { $0.hasSuffix(".md") && $0 != ".md" }
  }

  /// Every `@unchecked Sendable` has a sentence about it in the comment above.
  private static func hasProof(_ text: String) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.allSatisfy { index in
      guard uncommented(String(lines[index])).contains("@unchecked Sendable") else { return true }
      let comment = lines[..<index].reversed().prefix { $0.drop(while: \.isWhitespace).hasPrefix("//") }
      return comment.contains { $0.contains("@unchecked Sendable") }
    }
  }

  /// Whether a word occurs as a whole, or as the part of a longer one that its `…` allow.
  private static func mentions(_ word: String, _ code: String) -> Bool {
    func isJoined(_ part: Character?, _ neighbour: Character?) -> Bool {
      [part, neighbour].allSatisfy { $0.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
    }
    let text = word.replacing("…", with: "")
    return code.ranges(of: text).contains { range in
      let (before, after) = (code[..<range.lowerBound].last, code[range.upperBound...].first)
      return (word.hasPrefix("…") || !isJoined(before, text.first)) && (word.hasSuffix("…") || !isJoined(text.last, after))
    }
  }

  private static func imports(_ module: String, _ code: String) -> Bool {
    code.split(separator: "\n").contains { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position + 1 < words.count else { return false }
      return words[(position + 1)...].contains { $0 == module || $0.hasPrefix("\(module).") }
    }
  }

  /// The code without its line comments. Two slashes within a string begin none.
  private static func uncommented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let comment = line.ranges(of: "//").first { line[..<$0.lowerBound].count { $0 == "\"" }.isMultiple(of: 2) }
      return comment.map { line[..<$0.lowerBound] } ?? line
    }.joined(separator: "\n")
  }
}
