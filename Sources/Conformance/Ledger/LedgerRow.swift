/// One oracle or statement of a published file, and ours.
public struct LedgerRow: Sendable {
  public enum Kind: String, Sendable {
    case oracle, lemma, axiom
  }

  public let file: PublishedFile
  public let kind: Kind
  /// As the file has it: an oracle after its module.
  public let name: String
  /// A type of ours, or a member of one.
  public let ours: String
  public let conformance: Conformance

  package init(file: PublishedFile, kind: Kind, name: String, ours: String, conformance: Conformance) {
    (self.file, self.kind, self.name, self.ours, self.conformance) = (file, kind, name, ours, conformance)
  }

  static func oracles(_ file: PublishedFile, _ rows: (name: String, ours: String, Conformance)...) -> [Self] {
    rows.map { Self(file: file, kind: .oracle, name: $0.name, ours: $0.ours, conformance: $0.2) }
  }

  static func lemmas(_ file: PublishedFile, _ rows: (name: String, ours: String, Conformance)...) -> [Self] {
    rows.map { Self(file: file, kind: .lemma, name: $0.name, ours: $0.ours, conformance: $0.2) }
  }

  static func axioms(_ file: PublishedFile, _ rows: (name: String, Conformance)...) -> [Self] {
    rows.map { Self(file: file, kind: .axiom, name: $0.name, ours: "", conformance: $0.1) }
  }

  /// Steps of a proof that share a reason.
  static func steps(_ file: PublishedFile, _ why: String, _ names: String...) -> [Self] {
    names.map { Self(file: file, kind: .lemma, name: $0, ours: "", conformance: .proof(why)) }
  }
}
