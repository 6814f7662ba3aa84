public import Records

/// Names for the values of a trial: where an answer brings a value of many hexadecimal digits it is called by its kind and a
/// number from then on, so that a reader follows what becomes of it. Different values have different names, so a difference
/// between the worlds is one between names, too.
public struct TraceNames: Sendable {
  private let names: [String: String]
  /// What the names stand for, a line each; nothing where there are none.
  public let legend: [String]

  /// Whether all stays as it is.
  private let isPlain: Bool

  /// No names: every value as it is, and every query as it is asked.
  public static let none = TraceNames(names: [:], legend: [], isPlain: true)

  private init(names: [String: String], legend: [String], isPlain: Bool = false) {
    (self.names, self.legend, self.isPlain) = (names, legend, isPlain)
  }

  /// Shorter ones are easier read than named.
  private static let leastDigits = 12

  public init(_ record: TrialRecord) {
    var (names, counts, order): ([String: String], [String: Int], [String]) = ([:], [:], [])
    let rest = Self.rest(record)
    func meet(_ text: String?, kind: String) {
      for match in (text ?? "").matches(of: /[0-9a-f]+/) where match.0.count >= Self.leastDigits {
        let value = String(match.0)
        guard names[value] == nil else { continue }
        var name: String
        repeat {
          counts[kind, default: 0] += 1
          name = "\(kind)\(counts[kind] ?? 0)"
        } while rest.contains(name)
        names[value] = name
        order.append(value)
      }
    }
    for step in record.steps {
      // What the adversary brings along is its own; what it is given has the kind of what it asked for.
      meet(step.query, kind: "x")
      meet(step.rightQuery, kind: "x")
      let kind = Self.kind(of: step.query)
      meet(step.left, kind: kind)
      meet(step.right, kind: kind)
    }
    for step in record.relayed ?? [] {
      for asked in step.asked {
        meet(asked.query, kind: "x")
        meet(asked.answer, kind: Self.kind(of: asked.query))
      }
      meet(step.query, kind: "x")
      meet(step.answer, kind: Self.kind(of: step.query ?? ""))
    }
    self.init(names: names, legend: order.isEmpty ? [] : ["where"] + order.map { "  \(names[$0] ?? "") = \($0)" })
  }

  /// What stands in a trial beside the values that are named. No name is to be a part of it: `d1` is two digits, too.
  private static func rest(_ record: TrialRecord) -> String {
    let relayed = (record.relayed ?? []).flatMap(\.texts)
    return (record.steps.flatMap { [$0.query, $0.left, $0.rightQuery, $0.right] } + relayed).map { text in
      (text ?? "").replacing(/[0-9a-f]+/) { $0.0.count < leastDigits ? $0.0 : "\n" }
    }.joined(separator: "\n")
  }

  /// The name of the query up to its arguments, in short: its first letters.
  private static func kind(of query: String) -> String {
    let name = query.prefix { $0.isLetter }
    return kinds[name.lowercased()] ?? String(name.prefix(1)).lowercased()
  }

  private static let kinds = [
    "keygen": "k", "gen": "k", "newkey": "k", "roguekeygen": "k", "publickeys": "k", "sign": "s", "roguesign": "s", "hash": "d",
    "evaluate": "d", "append": "f", "trust": "f", "newoperator": "o", "newhsm": "h", "newhost": "w", "rogue": "r", "lor": "c",
    "enc": "c", "encrypt": "c", "seal": "c", "dec": "m", "decrypt": "m", "open": "m", "test": "key", "corrupt": "key",
    "derive": "key", "ror": "key",
  ]

  /// The trial in these names, with the commands of the protocol as sentences.
  public func record(_ record: TrialRecord) -> TrialRecord {
    guard !isPlain else { return record }
    func named(_ text: String) -> String {
      text.replacing(/[0-9a-f]+/) { match in names[String(match.0)] ?? String(match.0) }
    }
    func told(_ query: String) -> String { TraceSentence.of(named(query)) ?? named(query) }
    return record.with(
      steps: record.steps.map {
        .init(query: told($0.query), left: $0.left.map(named), rightQuery: $0.rightQuery.map(told), right: $0.right.map(named))
      },
      relayed: record.relayed?.map { step in
        var relayed = TrialRecord.Relayed(query: step.query.map(told))
        relayed.asked = step.asked.map { .init(query: told($0.query), answer: named($0.answer)) }
        (relayed.allAsked, relayed.answer) = (step.allAsked, step.answer.map(named))
        return relayed
      })
  }
}
