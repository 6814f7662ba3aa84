/// A mapping in a file that people write. The parser accepts the keys of this table and no others, and `docs/scenarios.md` is
/// made from it.
public struct FileMapping: Encodable, Sendable {
  public let title: String
  /// What it is for.
  public let words: String
  public let keys: [FileKey]

  package init(_ title: String, _ words: String, _ keys: [FileKey]) { (self.title, self.words, self.keys) = (title, words, keys) }

  package var required: [String] { keys.filter { $0.fallback == nil }.map(\.name) }
}

/// A word of the formulas that a file may hold.
public struct FileWord: Encodable, Sendable {
  /// With the sorts that it takes.
  public let form: String
  /// A sort, a relation, or what a function gives.
  public let kind: String
  public let meaning: String

  package init(_ form: String, _ kind: String, _ meaning: String) { (self.form, self.kind, self.meaning) = (form, kind, meaning) }
}

/// A kind of file, with all that may stand in it.
public struct FileFormat: Encodable, Sendable {
  public let title: String
  public let words: String
  public let mappings: [FileMapping]
  /// A whole file in which every key occurs that can stand beside the others.
  public let sample: String
  /// Of its formulas; none where there are no formulas.
  public let vocabulary: [FileWord]

  package init(title: String, words: String, mappings: [FileMapping], sample: String, vocabulary: [FileWord] = []) {
    (self.title, self.words, self.mappings, self.sample, self.vocabulary) = (title, words, mappings, sample, vocabulary)
  }
}

/// The kinds of files with all their keys: `docs/scenarios.md` is this in Markdown.
public struct FilesRecord: Encodable, Sendable {
  /// What holds for all of them.
  public let rules: String
  public let formats: [FileFormat]

  public init(rules: String, formats: [FileFormat]) { (self.rules, self.formats) = (rules, formats) }

  public func encode(to encoder: any Encoder) throws { try formats.encode(to: encoder) }
}
