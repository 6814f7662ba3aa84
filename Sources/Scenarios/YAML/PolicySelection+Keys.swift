package import Records
internal import Words

extension FileFormat {
  package static let policy = FileFormat(
    title: "Policy",
    words: "A change of the intact policy, for `\(CommandWords.option("policy"))`, `diff`, and `policy:` in expectations.",
    mappings: [PolicySelection.keys],
    sample: """
      without: [key.handle-is-fresh]
      with: [token.signer-is-member.hosts-only]
      """)
}

extension PolicySelection {
  static let keys = FileMapping(
    "policy", "The file; or the mapping under `policy`.",
    [
      FileKey(
        "without", "list of rules", "the rules left out; `\(CommandWords.line("list", "rules"))` names them", default: "none"),
      FileKey("with", "list of weaker rules", "each in place of the one that it weakens", default: "none"),
    ])
}

extension Twin {
  static let keys = FileMapping(
    "twin", "The change of policy under which the scenario ends otherwise; it changes something.",
    [
      FileKey("without", "list of rules", "the rules left out", default: "none"),
      FileKey("with", "list of weaker rules", "each in place of the one that it weakens", default: "none"),
      FileKey("end", "`holds`, or list of properties", "what is broken at the end then"),
    ])
}
