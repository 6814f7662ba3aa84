import TestSupport

/// How each verb ends.
extension AgreementTests {
  private static let search = ["explore", "--operators", "2", "--hosts", "0", "--depth", "1", "--suite", "symbolic"]
  private static let idealization = ["play", "signature-idealization"]
  /// No chances are known in it: ten trials decide nothing.
  private static let collision = ["play", "hash-binding-as-published"]
  private static let difference = ["--operators", "2", "--depth", "1", "--hosts", "1"]
  private static let coins = [
    "exact", "ind_uf", "-a", "guess", "--set", "q_gen=1", "--set", "tries=1", "--set", "signatureBits=1", "--set", "keyBits=1",
  ]

  static let plays = [
    Play(arguments: ["attack", "transplant", "--suite", "symbolic"], status: 0, says: ["holds: no property is broken"]),
    Play(
      arguments: ["attack", "WRONG"], status: 1,
      says: ["holds: no property is broken", "NOT AS EXPECTED: it holds: no property is broken, but should break keys-secret"]),
    Play(arguments: search, status: 0, says: ["\nholds in this scope: "]),
    Play(arguments: search + ["--dishonest", "2"], status: 1, says: ["\nfalls: genuine-members"]),
    Play(arguments: search + ["--dishonest", "2", "--expect", "falls"], status: 0, says: ["\nfalls: genuine-members"]),
    Play(arguments: search + ["--expect", "falls"], status: 1, says: ["\nholds in this scope: "]),
    Play(arguments: search + ["--maximum-states", "2"], status: 2, says: ["\ninconclusive: more than 2 states"]),
    Play(arguments: ["diff", "intact", "intact"] + difference, status: 0, says: ["no difference in this scope"]),
    Play(
      arguments: ["diff", "intact", "without:host.root-installed-once"] + difference, status: 1,
      says: ["B is more permissive than A"]),
    Play(arguments: ["prove"], status: 0, says: ["\nproved for every size: "]),
    Play(arguments: ["prove", "--without", "successor.quorum-distinct"], status: 1, says: ["\nnot proved: "]),
    Play(arguments: coins, status: 0, says: ["0"]),
    Play(
      arguments: ["exact", "signature-idealization", "-a", "replay", "--twin", "forgetful"]
        + ["q_gen=1", "q_own=1", "q_sig=1", "signatureBits=1", "keyBits=1"].flatMap { ["--set", $0] }, status: 1,
      says: ["\n\nnot met: the two worlds part before the bad event with probability 1\n"]),
    Play(arguments: ["matrix", "--suite", "symbolic", "--joint", "1"], status: 0, says: [" 0 of them unexplained; "]),
    Play(
      arguments: ["matrix", "--games", "--trials", "2", "--joint", "1"], status: 0,
      says: ["games: ", " 0 of them unexplained; "]),
    Play(
      arguments: idealization + ["-a", "replay", "--trials", "2000"], status: 0, says: ["\nwithinBound, below 2 × its bound |"]),
    Play(arguments: idealization + ["-a", "replay", "--twin", "forgetful", "--trials", "20"], status: 1, says: ["\ninvalid |"]),
    Play(arguments: collision + ["--trials", "10"], status: 2, says: ["\ninconclusive |"]),
    Play(
      arguments: collision + ["--trials", "10", "--expect", "inconclusive"], status: 0, says: ["\ninconclusive, as expected |"]
    ),
    Play(
      arguments: ["play", "service", "-a", "repeat-service-nonce", "--set", "nonceBits=4", "--trials", "200"], status: 2,
      says: ["\ninconclusive |"]),
    Play(
      arguments: ["play", "signature-forgery", "-a", "maul", "--suite", "kms", "--trials", "20"], status: 1,
      says: ["\nadvantageShown, not met: "]),
    Play(
      arguments: ["hop", "ind_cr", "--set", "hashBits=8,9", "--trials", "4000"], status: 0,
      says: ["2 of 2 intervals lie below their bounds"]),
    Play(
      arguments: ["hop", "hash-chain", "--chances", "off", "--set", "hashBits=20,21", "--trials", "10"], status: 2,
      says: ["\ninconclusive: no point is decided"]),
    Play(
      arguments: ["terms", "-a", "solve-key", "--set", "work=128", "--trials", "20000"], status: 0,
      says: ["with the factors: Adv(reduction) ≤ 2·Adv(odh) + Adv(aead-multi) is not refuted: "]),
    Play(arguments: ["terms", "--trials", "10"], status: 2, says: ["\ninconclusive: nothing is decided in any row"]),
    Play(arguments: ["theorem", "--trials", "10"], status: 2, says: ["\ninconclusive: nothing exceeds its bound, but "]),
    Play(
      arguments: ["theorem", "--all-hops", "--trials", "10"], status: 2,
      says: ["; error probability 0.001 for the whole table.\n", "\ninconclusive: "]),
    Play(
      arguments: ["theorem", "--fixed-work", "--trials", "20"], status: 2,
      says: ["; inconclusive: q_hid·ε_sig against `inject-known-key`: the slope in q is undecided"]),
    Play(arguments: ["selftest", "--campaigns", "300", "--played", "300"], status: 0, says: ["as expected"]),
    Play(arguments: ["conform", "--trials", "200"], status: 0, says: ["\nmet: ", "; 0 of 121 rows do not hold | "]),
    Play(
      arguments: ["conform", "--trials", "2"], status: 2, says: ["\ninconclusive: ", " proof only; 16 of 121 rows are open | "]),
    Play(
      arguments: ["conform", "--trials", "200", "--twin", "inclusive-bound"], status: 1,
      says: ["AEADmul_Oracles.lor: ", "MRPKE_lor.lor: ", "\nnot met: ", "mistake planted: inclusive-bound"]),
    Play(
      arguments: ["play", "key-secrecy", "--suite", "kms", "--trials", "1"], status: 2,
      says: ["too few trials: an advantage of 1/2 or more is not excluded"]),
    Play(
      arguments: ["hop", "ind_cr", "--set", "hashBits=8,9", "--trials", "4000", "--expect", "boundExceeded"], status: 1,
      says: ["2 of 2 points are not met, the first because verdict `boundExceeded` was expected"]),
    Play(arguments: ["selftest", "--campaigns", "10", "--played", "10"], status: 2, says: ["too few"]),
    Play(arguments: ["check", "MET"], status: 0, says: ["\n\nmet: "]),
    Play(arguments: ["check", "MET", "WRONG-CASE"], status: 1, says: ["\nnot-met: wrong\n", "\n\nnot met: "]),
    Play(arguments: ["check", "MET", "--require-coverage"], status: 1, says: ["\nnot-met: coverage of ", "\n\nnot met: "]),
    Play(
      arguments: ["check", "FEW"], status: 2,
      says: [
        "\ninconclusive: few trials\n", "\nerror probability 0.001 for all games and hops together\n", "\n\ninconclusive: ",
      ]),
    Play(arguments: ["check", "MET", "FEW", "WRONG-CASE"], status: 1, says: ["\n\nnot met: "]),
    Play(arguments: ["check", "WRONG-CASE", "NOWHERE"], status: 65, says: ["\nerror: ", "\n\nerror: "]),
    Play(
      arguments: ["check", "FOLDER"], status: 1, says: ["\nleft out: ", "\n\nnot met: 2 of 2 canaries, 1 of 3 expectations\n"]),
    Play(arguments: ["check", "EMPTY"], status: 65, says: ["zero cases were run", "\n\nerror: "]),
  ]

  static let scenario = sampleScenario.replacing("end: holds", with: "end: keys-secret")
  private static let few =
    "  - {name: few trials, game: hash-binding-as-published, adversary: check-twice, trials: 5, expect: boundAttained, because: "
    + "{bad-event: never}}\n"
  private static let long =
    "  - {name: long, game: signature-idealization, adversary: guess, trials: 1000000000, expect: boundAttained, because: "
    + "{bad-event: seen}}\n"
  static let files = [
    "WRONG.yaml": scenario, "MET.yaml": "expectations:\n  - {scenario: lone-insider, suite: symbolic}\n",
    "WRONG-CASE.yaml": "expectations:\n  - {name: wrong, scenario: lone-insider, suite: symbolic, expect: [keys-secret]}\n",
    "FEW.yaml": "expectations:\n" + few, "LONG.yaml": "expectations:\n  - {scenario: lone-insider, suite: symbolic}\n" + long,
    "FOLDER/MET.yaml": "expectations:\n  - {scenario: lone-insider, suite: symbolic}\n", "FOLDER/note.txt": "nothing\n",
    "FOLDER/.hidden.yaml": "nothing\n",
    "FOLDER/wrong.yml": "expectations:\n  - {name: wrong, scenario: lone-insider, suite: symbolic, expect: [keys-secret]}\n",
    "FOLDER/below/wrong.yaml":
      "expectations:\n  - {name: wrong, scenario: lone-insider, suite: symbolic, expect: [keys-secret]}\n",
    "EMPTY/note.txt": "nothing\n",
  ]
}
