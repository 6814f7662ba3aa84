internal import Forms

/// What a line of a person who plays means.
enum HandLine {
  case nothing, help, queries, budgets, undo
  case guess(Bool)
  case resign(String)
  /// A query in JSON.
  case query(Document)
  case unclear(String)

  /// - Parameters:
  ///   - queries: what may be asked.
  ///   - answers: those of this trial, which a value names as `#1`, or `#1.key` for a field.
  init(_ line: String, _ queries: [HandQuery], answers: [Document], hasTwoWorlds: Bool) {
    let words = Self.split(line[...], at: \.isWhitespace)
    guard let first = words.first else {
      self = .nothing
      return
    }
    switch first.lowercased() {
    case "help", "?": self = .help
    case "queries": self = .queries
    case "budgets": self = .budgets
    case "undo", "back": self = .undo
    case "resign": self = .resign(words.count > 1 ? words.dropFirst().joined(separator: " ") : "by hand")
    case "done" where !hasTwoWorlds: self = .guess(false)
    case "guess":
      switch words.dropFirst().joined(separator: " ").lowercased() {
      case "left", "0": self = .guess(false)
      case "right", "1": self = .guess(true)
      case "" where !hasTwoWorlds: self = .guess(false)
      default: self = .unclear("a guess is `guess left` (0) or `guess right` (1)")
      }
    default:
      do throws(HandFault) {
        self = .query(
          first.hasPrefix("{") ? try Self.json(line) : try Self.query(words, queries, answers))
      } catch { self = .unclear(error.words) }
    }
  }

  private static func json(_ line: String) throws(HandFault) -> Document {
    do throws(Malformed) { return try Document(Array(line.utf8)) } catch { throw HandFault("it is no JSON \(error)") }
  }

  private static func query(_ words: [String], _ queries: [HandQuery], _ answers: [Document]) throws(HandFault) -> Document {
    let names = words.prefix { !$0.contains("=") }
    // What stands around a query may be left out where it is clear.
    let exact = queries.filter { $0.path == Array(names) }
    let found = exact.isEmpty ? queries.filter { $0.path.suffix(names.count) == Array(names)[...] } : exact
    guard let query = found.first else {
      if names.count > 1, let query = queries.first(where: { names.starts(with: $0.path) }) {
        throw HandFault("`\(names[names.startIndex + query.path.count])` is no `field=value`: \(query.usage)")
      }
      throw HandFault("there is no query `\(names.joined(separator: " "))`; `queries` lists them")
    }
    guard found.count == 1 else {
      throw HandFault("that may be any of \(found.map { "`\($0.name)`" }.joined(separator: ", "))")
    }
    var values: [(name: String, value: String)] = []
    for word in words.dropFirst(names.count) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty else { throw HandFault("`\(word)` is no `field=value`: \(query.usage)") }
      values.append((parts[0], try resolved(parts[1], answers)))
    }
    return try query.document(values)
  }

  /// With the answers in the place of what names them.
  static func resolved(_ text: String, _ answers: [Document]) throws(HandFault) -> String {
    var (result, rest) = ("", text[...])
    while let match = rest.firstMatch(of: /#(\d+)((?:\.[A-Za-z0-9_-]+)*)/) {
      result += rest[..<match.range.lowerBound]
      rest = rest[match.range.upperBound...]
      guard let number = Int(match.1), answers.indices.contains(number - 1) else {
        throw HandFault("there is no answer #\(match.1)")
      }
      var value = answers[number - 1].innermost
      for name in match.2.split(separator: ".") {
        guard let next = value[String(name)] ?? Int(name).flatMap({ value.elements?[safe: $0] }) else {
          throw HandFault("answer #\(number) has no `\(name)`: \(answers[number - 1].spoken)")
        }
        value = next
      }
      if !value.members.isEmpty {
        guard value.members.count == 1 else {
          throw HandFault(
            "answer #\(number) has \(value.members.map { "`#\(number).\($0.key)`" }.joined(separator: ", ")): which one?")
        }
        value = value.members[0].value
      }
      result += value.line
    }
    return result + rest
  }

  /// The pieces between separators, not of what stands in quotes or brackets; none is empty.
  static func split(_ text: Substring, at isSeparator: (Character) -> Bool) -> [String] {
    var (pieces, piece, depth, isQuoted, isEscaped) = ([String](), "", 0, false, false)
    for character in text {
      if !isQuoted, depth == 0, isSeparator(character) {
        if !piece.isEmpty { pieces.append(piece) }
        piece = ""
        continue
      }
      piece.append(character)
      if isEscaped {
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted {
        depth += "[{".contains(character) ? 1 : "]}".contains(character) ? -1 : 0
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
