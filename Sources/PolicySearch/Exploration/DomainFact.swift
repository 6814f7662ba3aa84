import DomainManagement
import Records
import Scenarios

/// What the adversary can have brought about, once for all.
enum DomainFact<S: DomainSuite> {
  /// A genuine HSM issued this token under a trust in force in an honest domain; `generation` counts the handles in it.
  case token(node: Int, Token<S>, generation: Int, hsm: Int, rotations: Int)
  /// A genuine HSM issued this token under a trust in force in an honest domain, with a key in it, for a genuine HSM that the
  /// trust does not list, too.
  case widened(node: Int, Token<S>, outsider: Int)
  /// A genuine host has this trust installed.
  case host(Int, node: Int)
  /// A host encrypted something under a key of this generation, after so many rotations.
  case sealed([UInt8], node: Int, generation: Int, host: Int, rotations: Int)
  /// A genuine HSM issued this token under a trust in force in an honest domain, with the first key in it, which should have been
  /// dropped.
  case overfull(node: Int, Token<S>)
  /// A host has a customer key in this key token, under a domain key of that node.
  case wrapped(ExportedKeyToken, node: Int, host: Int)
  /// A genuine HSM that shares its key with an operator issued this token under a trust of the adversary.
  case foreign(Token<S>, hsm: Int)
}

/// What a search looks for.
enum DomainGoal: Hashable {
  case broken(Property)
  case milestone(Milestone)
}
