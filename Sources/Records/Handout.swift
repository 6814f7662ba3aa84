/// A lesson as it is read from above: what it asks stands in it, and what nobody should see before stands behind it.
public struct Handout: Sendable {
  /// A command and what it prints.
  public struct Run: Sendable {
    public let command: String
    public let output: [String]

    public init(_ command: String, _ output: [String]) { (self.command, self.output) = (command, output) }
  }

  public enum Part: Sendable {
    /// Markdown.
    case text(String)
    case run(Run)
    /// The options with their letters; the number is that of the answer.
    case prediction(Int, question: String, options: [String])
    /// The number is that of the solution.
    case exercise(Int, task: String)
  }

  public let title: String
  public var parts: [Part] = []
  public var answers: [String] = []
  public var solutions: [Run] = []

  public init(title: String) { self.title = title }
}
