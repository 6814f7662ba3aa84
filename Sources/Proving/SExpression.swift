/// What solvers write: words in parentheses.
indirect enum SExpression: Hashable {
  case word(String)
  case list([SExpression])

  var parts: [SExpression] { if case .list(let parts) = self { parts } else { [] } }
  var word: String? { if case .word(let word) = self { word } else { nil } }

  /// All that a text says, one after another; nil if parentheses do not match. What follows a semicolon is a remark.
  static func all(_ text: String) -> [SExpression]? {
    var stack: [[SExpression]] = [[]]
    var word = ""
    func close(_ word: inout String, _ stack: inout [[SExpression]]) {
      if !word.isEmpty { stack[stack.count - 1].append(.word(word)) }
      word = ""
    }
    for line in text.split(separator: "\n") {
      for character in line.prefix(while: { $0 != ";" }) + " " {
        switch character {
        case "(":
          close(&word, &stack)
          stack.append([])
        case ")":
          close(&word, &stack)
          guard stack.count > 1, let list = stack.popLast() else { return nil }
          stack[stack.count - 1].append(.list(list))
        case " ", "\t": close(&word, &stack)
        default: word.append(character)
        }
      }
    }
    return stack.count == 1 ? stack[0] : nil
  }
}
