public import Records
internal import Words

extension FileFormat {
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
