/// A command that plays, and how it is treated.
public struct Program: Hashable, Sendable {
  /// As it was given.
  public let command: String
  /// The program and its arguments.
  public let words: [String]
  /// So many trials it plays at once, if it can.
  public var lanes = 64
  /// A forfeit is the adversary's loss.
  public var isStrict = false
  /// It may learn from one trial for the next.
  public var isStateful = false
  /// How long it may take to introduce itself, and to each line.
  public var patience = Patience()

  public struct Patience: Hashable, Sendable {
    public var hello = Duration.seconds(10)
    public var line = Duration.seconds(5)
    public init() {}
  }

  /// - Parameter command: words, in which quotes and backslashes mean what they mean to a shell; there is none.
  public init?(_ command: String) {
    guard let words = Self.words(of: command), !words.isEmpty else { return nil }
    (self.command, self.words) = (command, words)
  }

  /// The words of a command; nil if a quote does not end.
  static func words(of command: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in command {
      if isEscaped {
        (word, isEscaped) = ((word ?? "") + String(character), false)
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        (quote, word) = (character, word ?? "")
      } else if quote == nil, character.isWhitespace {
        if let ended = word { words.append(ended) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil, !isEscaped else { return nil }
    if let word { words.append(word) }
    return words
  }
}
