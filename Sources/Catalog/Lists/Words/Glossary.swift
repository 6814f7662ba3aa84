internal import Words

/// What the words and symbols of the interface mean. Parameters, twins, adversaries and suites are explained in their own lists.
public enum Glossary {
  public static let words = symbols + budgets + sequence + reductions + proofs + runs + chances + domains + policies

  private static func list(_ group: Word.Group, _ place: String, _ rows: [(String, String)]) -> [Word] {
    rows.map { Word(group: group, term: $0.0, meaning: $0.1, place: place) }
  }

  private static let symbols = list(
    .symbols, "docs/model.md, section 3",
    [
      ("ε_sig", "the best chance of forging a signature under one key"),
      ("ε_cr", "the best chance of finding two inputs with one digest"),
      ("ε_coll", "the chance that two of all identity keys that are generated are equal"),
      ("ε_odh", "the best advantage at telling a derived key from a random one: the oracle Diffie–Hellman assumption"),
      (
        "ε_aead",
        "the best advantage against authenticated encryption under one key: at telling two messages apart, or at forging a "
          + "ciphertext"
      ),
      ("ε_aead-multi", "the best advantage against authenticated encryption under many fresh keys, each used once"),
      ("ε_mrpke", "the best advantage against multi-recipient encryption, at most 2·ε_odh + ε_aead-multi"),
      ("ε_keys", "the best advantage against key secrecy"),
      ("ε_prf", "the best advantage at telling a key derivation function under an unknown key from a random function"),
      ("ε_com", "the best chance of two keys to which a cipher commits alike"),
      ("Adv", "an adversary's advantage"),
    ])

  private static let budgets = list(
    .budgets, "Games, in the file of the game's queries",
    [
      ("q_ver", "signatures that may be verified"), ("q_keys", "times that all public keys may be asked for"),
      ("q_own_sig", "signatures that the adversary may make with keys of its own"),
      ("q_own_ver", "signatures that the adversary may check for itself, under keys that are not honest"),
      ("q_app", "nodes that may be appended to a chain"), ("q_child", "pairs of nodes that may be checked as parent and child"),
      ("q_path", "paths of nodes that may be checked"), ("q_col", "collisions that may be presented"),
      ("q_key", "keys that may be made"),
      ("q_ror", "challenges, answered with a real key or a random one"),
      ("q_odh", "keys that may be asked for beside the challenges"),
      ("q_given", "times that g and the element whose exponent is sealed may be asked for"),
      ("q_trust", "trusts that may be proposed"), ("q_auth", "signatures on trusts that may be asked for"),
      ("q_root", "domains that may be founded"),
      ("q_succ", "successors that may be presented"), ("q_use", "tokens that may be presented"),
      ("q_opforge", "guesses of operators' signatures"), ("q_hsmforge", "guesses of HSMs' signatures"),
      ("q_test", "keys that may be tested or corrupted"),
    ])

  private static let sequence = list(
    .sequence, "docs/model.md, section 3.6; Games/KeySecrecy/KeySecrecyStage.swift",
    [
      ("G₀", "the protocol as it is"), ("G₁", "as G₀, but no two entities have one identity"),
      ("G₂", "as G₁, with ideal signatures of operators"),
      ("G₃", "as G₂, with ideal signatures of HSMs"), ("G₄", "as G₃, with an ideal chain: a fingerprint belongs to one trust"),
      ("G₅", "as G₄, with an ideal policy: in an honest domain a successor is accepted only if all that it lists is genuine"),
      ("G₅′", "as G₅, but what HSMs wrapped to genuine HSMs is looked up, not decrypted"),
      ("G₆", "as G₅′, with zeros wrapped in place of keys"),
      ("G₆′", "as G₆, but a key is drawn when it is given out, so that a real key and an independent one are one distribution"),
    ])

  private static let chances = list(
    .runs, "docs/model.md, section 2.3",
    [
      (
        "chances",
        "what the moves of a trial could have achieved, added up: a measurement that does not wait for a success, on calibrated "
          + "primitives"
      ),
      ("sealed coin", "a draw of the challenger whose value nobody has been told, such as a signature that was never produced"),
      ("move", "one comparison by which a sealed coin may be guessed, with its chance given all that is known before it"),
      ("generic group", "a group whose elements are seen by handles alone: there the chance of finding a logarithm is known"),
      ("cause", "a move that succeeds; a bad event, and an advantage, need one"),
      ("forced", "measured by plays in which one move was made to succeed, weighed with the chances of the trial"),
      ("spread", "the standard deviation of one trial over the mean: the less, the fewer trials an interval by chances takes"),
      ("counting", "about how many trials without an event would certify a bound by counts: `countingNeeds` in JSON"),
    ])

  private static let reductions = list(
    .reductions, "docs/model.md, section 3; Games, beside the game that it plays",
    [
      (
        "reductions",
        "programs that play one game by means of an adversary against another, so that the one bound follows from the other"
      ),
      (
        "B",
        "the reduction around an adversary that tells a real primitive from an ideal one: it presents what the adversary has "
          + "found"
      ),
      ("B₁", "the reduction of multi-recipient encryption to oracle Diffie–Hellman; the adversaries b1-… are B₁ around others"),
      (
        "B₂",
        "the reduction of multi-recipient encryption to encryption under fresh keys; the adversaries b2-… are B₂ around others"
      ),
      (
        "C",
        "the reduction that plants the one key of a game among many that it makes itself, and so keeps one part in as many of "
          + "the advantage"
      ),
      (
        "F",
        "the reduction that wins by the first forged ciphertext of an adversary; the adversaries forger-… are F around others"
      ),
      ("UF", "the game of strong unforgeability: won by a message and a signature that verify and were not made together"),
      ("UF₁", "UF with one honest key"), ("CR", "the game of collision resistance: won by two inputs with one digest"),
      ("AEAD", "authenticated encryption with associated data"),
      ("ODH", "oracle Diffie–Hellman: derived keys against random ones, with a way to ask for others"),
      ("MRPKE", "multi-recipient public-key encryption: one message to a set of keys, under a tag"),
      ("PKSMK", "public-key signatures with many keys"),
    ])

  private static let proofs = list(
    .proofs, "docs/model.md, section 2",
    [
      ("game", "a challenger that answers queries, and is won or lost, or compares two worlds"),
      ("hop", "two games, left and right, that an adversary is to tell apart, with a bound on how well it can"),
      ("world", "one of the two games of a hop: left the more real one, right the more ideal one"),
      ("oracle", "what an adversary sees of a game: the queries it may make, and their answers"),
      ("adversary", "a program that plays a game and ends with one bit"),
      ("advantage", "how much more often the adversary says 1 in the right world than in the left one; or how often it wins"),
      ("bound", "what a theorem allows an advantage to be at most, as a formula"),
      ("bad event", "what has to happen before two worlds of a hop may answer differently"),
      (
        "identical until bad", "a hop whose worlds answer alike until the bad event, so that its probability bounds the advantage"
      ),
      ("perfect", "a hop whose worlds are equal for every adversary in every trial, so that it costs nothing"),
      ("assumption", "a hop whose bound is not proved but assumed of a primitive"),
      ("relation", "what holds between the states of the two worlds after every query until the bad event"),
      (
        "twin",
        "a planted defect, for \(CommandWords.option("twin")): who says that a game or a hop holds has to be seen to object to "
          + "its twins"
      ),
      (
        "lockstep",
        "both worlds played at once on the same coins, every answer compared: one difference before the bad event refutes a hop "
          + "without statistics"
      ),
      ("violation", "a query at which the worlds differ in lockstep, or their relation fails, before the bad event"),
      (
        "coupling",
        "how the coins of the two worlds are related: the same coins under the same names (coupled), or unrelated ones "
          + "(independent)"
      ),
      (
        "slice",
        "the part of the state that belongs to honest domains: from G₆ on nothing of it reaches the rest "
          + "(results/findings/slices.md)"
      ),
      ("retag", "the query that claims of wrapped keys that they belong to another trust, with a guessed tag"),
      ("test", "the query that answers a domain key: the real one in the left world, an independent one in the right"),
      ("corrupt", "the query that answers a real domain key, which may then not be tested"),
      ("term", "a summand of a bound, paid by the hop of its name"),
    ])

  private static let runs = list(
    .runs, "the README; Sources/Referee, Sources/Statistics",
    [
      ("trial", "one play of a game, or of both worlds of a hop, on coins of its own"),
      ("coins", "all randomness of a run: each draw has a name, and its value follows from seed, trial and name"),
      ("seed", "the number from which all coins of a run follow: the same seed gives the same run"),
      ("replay token", "one line that holds everything about one trial, for `\(CommandWords.line("replay"))`"),
      ("budget", "how many queries of each kind an adversary may make"),
      ("forfeited trial", "a trial in which the adversary asked for more than its budget, or gave up: neither a win nor a loss"),
      (
        "canary",
        "a game of known outcome that is played or searched before every run: if it comes out otherwise, the run is invalid"
      ),
      (
        "interval",
        "where the measured probability lies, right at every moment of the run at once, but for the error probability alpha"
      ),
      ("alpha", "the error probability of a run, shared by all its statements"),
      ("slack", "how far above its bound an advantage has to be before it is excluded, as a part of the bound"),
      (
        "sweep",
        "a run for each value of a list or range of a parameter, such as \(CommandWords.option("set", "hashBits=8...16"))"
      ),
      ("closed formula", "the exact probability of an adversary's success, where there is a formula for it"),
      ("weakened", "settings under which every term of a bound is large enough to be seen in some ten thousand trials"),
      ("views", "all that an adversary sees and says: over all coins, its distributions in the two worlds can be compared"),
      ("share", "the part of a term of the theorem that an attack attains"),
      ("ceiling", "the most that any attack by one way could attain; of a verdict, the least advantage that it excludes"),
      ("credits", "how many trials each attack of an adversary that has several has won"),
      ("scale", "the numbers of operators, HSMs and keys at which the theorem's bound is worked out on paper"),
      (
        "decided",
        "of a run: a verdict other than inconclusive can be given, so `\(CommandWords.option("stop-when", "decided"))` ends it; "
          + "more trials may still sharpen it, as from withinBound to boundAttained"
      ),
      ("standing", "where the interval of an advantage lies beside the bound: below it, across it, or above it"),
      ("smallestShowable", "the smallest advantage that a run of so many trials could have told from none"),
      ("met", "what was asked for is as expected: exit status 0"),
      ("not met", "what was asked for is not as expected, or an attack or a fault was found: exit status 1; `not-met` in JSON"),
      ("refuted", "of a reduction's inequality: what was measured contradicts it"),
      ("undecided", "of a reduction's inequality: too few trials to contradict it or to show that it is kept"),
      ("charged", "of a reduction: what it says that it asks of its target, which is what ε is stated at; more is refuted"),
      (
        "holds",
        "of a search: no property falls in its scope; of a scenario: no property is broken; of a reduction's inequality: an "
          + "excess beyond its slack is excluded"
      ),
      ("falls", "of a search: an attack was found that breaks a property; of a scenario: `breaks`, with the properties"),
      ("vacuous", "of a reduction's inequality: neither side's event occurred; of a bound: it is 1 or more and says nothing"),
      ("below", "of a standing: the whole interval of the advantage lies at or below the bound"),
      ("across", "of a standing: the bound lies within the interval of the advantage"),
      ("above", "of a standing: the whole interval of the advantage lies above the bound"),
      ("interrupted", "ended by a signal before it was done: exit status 130, 143 or 129, and what is finished is kept"),
      ("skipped", "of a case of `check`: an interrupt came before its end"),
    ])

  private static let domains = list(
    .domains, "docs/model.md, section 1",
    [
      ("domain", "a distributed encryption service: entities, rules, and a set of domain keys"),
      ("honest domain", "a domain whose founding trust lists genuine entities only and has a quorum of at least the global n"),
      ("domain key", "a key that HSMs use for users; it leaves an HSM wrapped only"),
      ("operator", "a person with a signing key, who certifies by it that a trust lists genuine entities"),
      (
        "HSM",
        "a hardware security module: it holds domain keys in clear, nobody else does, and it remembers nothing beyond its own "
          + "keys"
      ),
      ("entity", "an operator, an HSM or a host; it is its identity key"),
      ("genuine", "made and run as specified: of the adversary's making is what is rogue"),
      ("rogue", "a key pair of the adversary's that poses as an operator, an HSM or a host"),
      ("honest operator", "a genuine operator who signs true statements only"),
      ("dishonest operator", "a genuine operator who signs what the adversary likes"),
      ("corrupt host", "a genuine host under whose identity the adversary asks HSMs what it likes"),
      (
        "quorum rules",
        "which operators authorise which command: so many of each role; one number for everything is the special case"
      ),
      ("role", "of an operator, such as security: quorum rules count by it"),
      ("quorum assumption", "any n genuine operators include an honest one, for the global n or the rules in its place"),
      ("global n", "the number in the quorum assumption"),
      ("registry", "the list of genuine keys, which only operators can read"),
      (
        "trust",
        "the public state of a domain: operators, HSMs, hosts, quorum, and the fingerprints of its parent and of its founding "
          + "trust"
      ),
      ("founding trust", "a trust without a parent"),
      ("successor", "a trust that takes the place of its parent, signed by the parent's operators"),
      ("endorsement", "an operator's signature on a trust"), ("fingerprint", "the digest of an encoded trust"),
      ("identity", "an entity's key for signatures"),
      ("agreement key", "an HSM's key for encryption, to which domain keys are wrapped"),
      (
        "token",
        "a trust, the domain keys wrapped under it, the HSM that made it, and its signature: state that the adversary stores "
          + "and carries"
      ),
      ("handle", "the name by which users ask for a domain key"),
      (
        "rotation",
        "another key under a handle becomes the active one: the one before is deactivated and opens what it encrypted, and the "
          + "oldest is dropped"
      ),
      ("customer key", "a key that a domain key wraps for a user, and that encrypts the user's data"),
      ("key token", "a customer key under a domain key, as its owner stores it: an exported key token (EKT)"),
      ("order", "what operators sign to have a key rotated: trust, handle, and the version that is retired"),
      ("wrap", "to encrypt domain keys to all HSMs of a trust, under the trust's fingerprint as tag"),
      (
        "tag",
        "public data that a ciphertext is bound to; or the authenticator of a ciphertext, which tells whether it was changed"
      ),
    ])

  private static let policies = list(
    .policies, "docs/scenarios.md",
    [
      ("policy", "the list of rules in force: it allows what none of them refuses"),
      ("rule", "a named check that an entity makes before it acts"),
      ("weaker rule", "a rule to put in place of a stricter one, with \(CommandWords.option("with"))"),
      ("property", "what has to hold whatever the adversary does"),
      (
        "scenario", "one scripted attack: who takes part, what happens step by step, what is expected of each step and at the end"
      ),
      ("expectation", "a case for `check`: what is played or searched, the verdict that is expected, and the reason for it"),
      ("known counterexample", "an attack that was found once and is replayed first, so that it stays stopped"),
      ("coverage", "which rules were seen to allow something and to refuse something"),
      (
        "scope", "how many entities, domains and successors a search goes through; it is complete for the adversary's moves in it"
      ),
      ("frontier", "of a search: what it has found and not been through, all states that follow from which it still has to find"),
      ("milestone", "something that must be seen to be possible: a search that never saw it says nothing by finding nothing"),
      ("matrix", "the table of rules and attacks: what breaks without each rule"),
      ("witness", "a command that two policies decide differently, with the way to it"),
      ("transparent wrap", "a planted defect: anybody can read wrapped keys"),
    ])
}
