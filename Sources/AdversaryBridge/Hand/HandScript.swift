public import Arena
internal import Coins
internal import Forms
public import GameKit
public import Referee

/// What a person asked in a trial and how it ended: an adversary that says the same again, whatever it is answered. Its command
/// is all of it, so that a replay token needs nothing else.
public struct HandScript: Outsider {
  let queries: [String]
  public let ending: Ending

  init(queries: [String], ending: Ending) { (self.queries, self.ending) = (queries, ending) }

  private static let start = "by-hand:"

  /// `by-hand:` and a list in JSON: the queries, and at the end the bit, or why there is none.
  public var command: String {
    let end =
      switch ending {
      case .bit(let bit): bit ? "1" : "0"
      case .forfeit(let forfeit): Document.string(forfeit.description).line
      }
    return "\(Self.start)[\((queries + [end]).joined(separator: ","))]"
  }

  /// Nil if the command is none of a person's.
  public init?(command: String) {
    guard command.hasPrefix(Self.start),
      let items = (try? Document(Array(command.dropFirst(Self.start.count).utf8)))?.elements, let end = items.last
    else { return nil }
    switch end {
    case .number("0"): ending = .bit(false)
    case .number("1"): ending = .bit(true)
    case .string(let why): ending = .forfeit(.resigned(why))
    default: return nil
    }
    queries = items.dropLast().map(\.line)
  }

  public func experiment<Query: GameQuery, Answer: Sendable>(
    _ selection: Selection, _ game: @escaping @Sendable (ErasedAdversary<Query, Answer>) -> AnyExperiment
  ) -> AnyExperiment {
    guard let form = Form.of(Query.self) else {
      return game(ErasedAdversary(Unable(why: "its queries have no form in JSON")))
    }
    return game(ErasedAdversary(Player(script: self, queries: form)))
  }

  private struct Player<Query: GameQuery, Answer: Sendable>: Adversary {
    let script: HandScript
    let queries: Form<Query>

    func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
      try script.play(&oracle, queries)
    }
  }

  /// The same queries, and the same end.
  func play<Query: GameQuery, Answer>(_ oracle: inout some Oracle<Query, Answer>, _ form: Form<Query>) throws(Forfeit) -> Bool {
    for line in queries {
      let query: Query
      do throws(Malformed) { query = try form.read(line) } catch { throw .resigned("no query \(error) of `\(line)`") }
      _ = try oracle.ask(query)
    }
    return try ending.bit
  }
}
