import PolicySearch
import Primitives
public import Records
import Scenarios
internal import Words

extension FileFormat {
  /// Every kind of file that people write.
  public static var all: [FileFormat] { [scenario, policy, property, expectations] }

  public static let expectations = FileFormat(
    title: "Expectations",
    words: "What `check` runs, case by case: what a policy must give, and what games and hops must, and for which reason.",
    mappings: [
      ExpectationFile.keys, PolicyExpectation.keys, ExplorationScope.keys, PolicyExpectation.Because.keys, GameExpectation.keys,
      GameExpectation.Because.keys,
    ],
    sample: """
      expectations:
        - scenario: lone-insider             # a shipped one, or a path
          suite: kms
        - name: without the threshold, one dishonest operator is enough
          scenario: lone-insider
          policy: {without: [successor.threshold-of-parent]}
          expect: [genuine-members, keys-secret, consent]
        - explore: &small
            {operators: 3, dishonest: 1, rogue-operators: 1, hsms: 2,
             rogue-hsms: 1, hosts: 1, rogue-hosts: 0, domains: 1, depth: 1,
             quorum: 2, roles: [ops, ops, ops], rotations: 0, customer-keys: 0}
          expect: holds
          because: {seen: [founded, key-added, updated, host-advanced, decrypted]}
        - explore: {<<: *small, shared-keys: 1, transparent-wrap: false}
          policy: {without: [key.handle-is-fresh]}
          properties: [handle-keeps-key]
          expect: [handle-keeps-key]
          because: {operations: 3, refused-by: [key.handle-is-fresh]}
        - prove: invariant
        - equivalent-to: intact
          policy: {without: [hsm.is-member]}
          expect: more-permissive
        - hop: ind_uf
          adversary: guess
          set: {signatureBits: 6}
          trials: 2000
          seed: 7
          expect: boundAttained
          because:
            {violations: 0, bad-event: seen, reduction: holds, reason: bound,
             advantage: at-most 0.2, attained: 40 %…200 %}
        - game: signature-idealization
          adversary: replay
          twin: forgetful
          trials: 100
          expect: invalid
          because: {violation: two answers to query 3 differ}
      known-counterexamples: [transplant]
      """)
}

extension ExpectationFile {
  static let keys = FileMapping(
    "expectations", "The file.",
    [
      FileKey("expectations", "list of cases", "each about a scenario, a scope to explore, a game or a hop"),
      FileKey(
        "known-counterexamples", "list of scenarios",
        "attacks that were found once, such as `explore \(CommandWords.option("format", "yaml"))` writes: replayed first, under "
          + "the intact policy and under the twin's",
        default: "none"),
    ])
}

private let suites = SuiteName.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")

extension PolicyExpectation {
  static let keys = FileMapping(
    "case about a policy", "An item of `expectations` with `scenario`, `explore`, `prove` or `equivalent-to`.",
    [
      FileKey("name", "text", "how reports call it", default: "made from what it is about"),
      FileKey(
        "scenario", "a scenario", "the name of a shipped one, or a path: from the file's folder, or from where `check` runs",
        default: "see `explore`"),
      FileKey("explore", "a scope", "what is searched, instead of `scenario`", default: "see `scenario`"),
      FileKey(
        "prove", "`invariant`", "what is proved for every size, instead of `scenario`; it takes Debian's `z3`",
        default: "see `scenario`"),
      FileKey(
        "equivalent-to", "a policy, as under `policy`", "what the policy is compared with for every size, instead of `scenario`",
        default: "see `scenario`"),
      FileKey(
        "policy", "`intact`, a mapping, or a path",
        "the policy in force: a change of the intact one, here or in a file, whose path starts at this file's folder",
        default: "`intact`"),
      FileKey("suite", suites, "what the scenario is played on, or found attacks are replayed on", default: "`kms`"),
      FileKey(
        "expect", "`holds`, or list of properties",
        "what is broken; a search has to say it. Of `prove`: `proved` or `not-proved`; of `equivalent-to`: `equal`, "
          + "`more-permissive`, `less-permissive` or `incomparable`",
        default: "what the scenario states for this policy"),
      FileKey("because", "mapping", "the reason that has to be seen", default: "none is asked for"),
      FileKey("properties", "list of properties", "those that a search looks at", default: "all"),
    ])
}

extension PolicyExpectation.Because {
  static let keys = FileMapping(
    "reason of a case about a policy",
    "The mapping under `because` there: `seen` for a search that holds, `operations` and `refused-by` for one that does not, "
      + "`refused-by` for a scenario.",
    [
      FileKey(
        "seen", "list of " + Milestone.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
        "what was seen to be possible, no more and no less", default: "not asked"),
      FileKey("operations", 1...1_000, "how many operations of genuine entities the shortest attack takes", default: "not asked"),
      FileKey(
        "refused-by", "list of rules",
        "each refuses something in the scenario; or these refuse the found attacks under the intact policy",
        default: "not "
          + "asked"),
    ])
}

extension GameExpectation {
  static let keys = FileMapping(
    "case about a game or a hop", "An item of `expectations` with `game` or `hop`.",
    [
      FileKey("name", "text", "how reports call it", default: "made from what it is about"),
      FileKey("game", "a game", "what is played", default: "see `hop`"),
      FileKey("hop", "a hop", "what is played, instead of `game`", default: "see `game`"),
      FileKey("adversary", "an adversary", "who plays it", default: "its first"),
      FileKey(
        "adversary-command", "a command",
        "who plays it instead, in any language, as `\(CommandWords.option("adversary-command"))`; its paths start where `check` "
          + "runs", default: "none"),
      FileKey("sandbox", "`require`, `best` or `none`", "how the command is confined", default: "`best`"),
      FileKey("suite", "a suite", "the primitives to play on", default: "`calibrated`"),
      FileKey(
        "set", "mapping of parameters to whole numbers", "as `\(CommandWords.option("set"))`",
        default: "the parameters' defaults"),
      FileKey("twin", "a twin", "the defect to plant", default: "none"),
      FileKey("trials", 1...1_000_000_000, "how many are played", default: "as for `play`"),
      FileKey(
        "seed", "whole number, 0 … 2^64 − 1; 0x… is hexadecimal", "of all coins; whoever knows it can compute them",
        default: "1; for a command fresh coins, which it cannot compute"),
      FileKey("expect", ExpectedVerdict.names.map { "`\($0)`" }.joined(separator: ", "), "the verdict"),
      FileKey("because", "mapping", "the reason: a verdict alone may be right for a wrong one"),
    ])
}

extension GameExpectation.Because {
  static let keys = FileMapping(
    "reason of a case about a game or a hop", "The mapping under `because` there; one key at least.",
    [
      FileKey("violations", 0...Int.max, "how many trials in lockstep refute the hop", default: "not asked"),
      FileKey("violation", "text", "words of the first violation", default: "not asked"),
      FileKey("bad-event", "`seen` or `never`", "whether the bad event occurred", default: "not asked"),
      FileKey(
        "reduction", ReductionVerdict.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
        "what becomes of the reduction's inequality", default: "not refuted"),
      FileKey("reason", "text", "words of the referee's reason", default: "not asked"),
      FileKey(
        "advantage", "`at-most 0.1`, `at-least 0.1`, or `0.1…0.2`; per cent, too",
        "where the whole interval of the advantage lies",
        default: "not asked"),
      FileKey(
        "attained", "as `advantage`, for example `20 %…50 %`", "where the whole interval of its share of the bound lies",
        default: "not asked"),
    ])
}
