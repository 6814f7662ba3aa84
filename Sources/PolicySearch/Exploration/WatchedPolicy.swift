import DomainManagement

/// A policy that shows every question it is asked to somebody, and answers as another one does.
struct WatchedPolicy<Base: DomainPolicy>: DomainPolicy {
  typealias Suite = Base.Suite

  let base: Base
  let watch: (Question<Suite>) -> Void

  func decide(_ question: Question<Suite>, suite: Suite) -> Decision {
    watch(question)
    return base.decide(question, suite: suite)
  }
}
