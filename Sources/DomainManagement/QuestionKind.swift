/// The kinds of questions that the protocol asks, by which rules say what they are about.
public enum QuestionKind: Int, CaseIterable, Sendable {
  case authorise, found, use, addKey, succeed, wrap, release, serve, install, advance, present, rotate, useKey
}
