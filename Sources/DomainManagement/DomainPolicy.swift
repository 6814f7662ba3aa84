/// What the protocol asks. The intact policy and its defects live in the module `Policy`.
public protocol DomainPolicy<Suite> {
  associatedtype Suite: DomainSuite

  func decide(_ question: Question<Suite>, suite: Suite) -> Decision
}

extension DomainPolicy {
  func demand(_ question: Question<Suite>, suite: Suite) throws(Refusal) {
    if let denial = decide(question, suite: suite).denial { throw Refusal(denial) }
  }
}
