internal import Words

/// A mapping in a file that people write. The parser accepts the keys of this table and no others, and `docs/scenarios.md` is
/// made from it.
public struct FileMapping: Encodable, Sendable {
  public let title: String
  /// What it is for.
  public let words: String
  public let keys: [FileKey]

  package init(_ title: String, _ words: String, _ keys: [FileKey]) { (self.title, self.words, self.keys) = (title, words, keys) }

  var required: [String] { keys.filter { $0.fallback == nil }.map(\.name) }
}

/// A kind of file, with all that may stand in it.
public struct FileFormat: Encodable, Sendable {
  public let title: String
  public let words: String
  public let mappings: [FileMapping]
  /// A whole file in which every key occurs that can stand beside the others.
  public let sample: String

  package init(title: String, words: String, mappings: [FileMapping], sample: String) {
    (self.title, self.words, self.mappings, self.sample) = (title, words, mappings, sample)
  }

  /// What holds for all files.
  public static var rules: String {
    """
    Files are YAML, in UTF-8. A mistake is refused with its line and key; a key that is not listed is one. Where a list is \
    expected, a single item
    stands for a list of one. Anchors and aliases (`&a`, `*a`) and merge keys (`<<: *a`, or `<<: [*a, *b]`, of which the first \
    counts) work
    everywhere; what a mapping says itself counts more than what is merged into it. In a scenario each entity, trust, token and \
    ciphertext has a
    name of its own, and what is named stands before it is used. At most \(InputLimits.bytes >> 20) MiB and \(InputLimits.nodes) \
    nodes are read, each alias counted
    as all that it stands for; of a scenario \(InputLimits.entities) entities, \(InputLimits.trusts) trusts and \
    \(InputLimits.steps) steps. With `\(CommandWords.option("file-limits", "N"))` `attack` and `check` read N times as much.
    """
  }
}
