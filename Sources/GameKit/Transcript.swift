/// The queries of a trial with their answers, in order.
public struct Transcript<Query: GameQuery, Answer: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  public struct Step: Hashable, Codable, Sendable {
    public let query: Query
    public let answer: Answer
  }

  public private(set) var steps: [Step] = []

  public init() {}

  public mutating func append(_ query: Query, _ answer: Answer) { steps.append(Step(query: query, answer: answer)) }
}
