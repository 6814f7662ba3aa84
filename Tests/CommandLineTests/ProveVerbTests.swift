import Foundation
import TestSupport
import Testing

/// `prove`, `diff --prove` and what goes with them, as somebody types it.
@Suite(.serialized) struct ProveVerbTests {
  @Test func theIntactPolicyIsProved() throws {
    let run = try Gamekeeper.run("prove")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("proved: genuine-members") && run.output.contains("proved for every size"))
    #expect(run.output.contains("cannot happen under this policy: answer\n"))
  }

  @Test func aCounterexampleIsToldAndPlayed() throws {
    let run = try Gamekeeper.run("prove", "--without", "successor.quorum-distinct")
    #expect(run.status == 1)
    for words in [
      "a counterexample to induction", "lost: in-force-is-genuine", "The explorer reaches such a state", "On the suite `kms`",
      "breaks genuine-members",
    ] { #expect(run.output.contains(words), "\(words)") }
  }

  @Test func jsonSaysTheSame() throws {
    let run = try Gamekeeper.run("prove", "--without", "key.handle-is-fresh", "--format", "json", "--no-pursuit")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(run.status == 1 && json["status"] as? String == "not-met")
    let steps = try #require(json["steps"] as? [[String: Any]])
    #expect(steps.filter { $0["verdict"] as? String == "refuted" }.map { $0["lemma"] as? String } == ["keeps-keys"])
    #expect((json["counterexample"] as? [String: Any])?["operation"] as? String == "add-key")
  }

  /// Where the attack that is known of a property is not what is proved, it is named, and breaks that property.
  @Test func whatIsProvedOfOneTokenSaysSo() throws {
    let text = try Gamekeeper.run("prove").output
    for property in ["retired-keys", "dropped-keys"] {
      #expect(text.contains("proved: \(property), of each token by itself"), "\(text)")
    }
    let json = try JSONSerialization.jsonObject(with: Data(try Gamekeeper.run("prove", "--format", "json").output.utf8))
    let steps = try #require((json as? [String: Any])?["steps"] as? [[String: Any]])
    let told = steps.filter { $0["caveat"] != nil }
    #expect(Set(told.compactMap { $0["property"] as? String }) == ["retired-keys", "dropped-keys"])
    for step in told {
      let attack = try #require((step["caveat"] as? [String: Any])?["attack"] as? String)
      #expect(text.contains("(`attack \(attack)`)"))
      #expect(try Gamekeeper.run("attack", attack).output.contains("breaks retired-keys"))
    }
  }

  @Test func aCounterexampleIsDrawn() throws {
    try inScratchFolder { folder in
      let run = try Gamekeeper.shell("$G prove --without successor.quorum-distinct --no-pursuit -o found.svg", in: folder)
      let svg = try String(contentsOf: folder.appending(path: "found.svg"), encoding: .utf8)
      #expect(run.status == 1 && svg.hasPrefix("<svg") && svg.contains("the policy without successor.quorum-distinct"))
      // Its text stands beside it, with the same trusts.
      #expect(run.output.contains("\n  successor: succeeds parent; operators ") && svg.contains(">succeeds parent<"))
      let listed = try #require(run.output.firstMatch(of: /successor: succeeds parent; operators ([^;]*);/)).1
      for name in listed.split(separator: ", ") { #expect(svg.contains(">\(name)<"), "\(name)") }
    }
    let proved = try Gamekeeper.run("prove", "--format", "svg")
    #expect(proved.status == 0 && proved.output.hasPrefix("<svg") && proved.output.contains("proved for every size"))
    #expect(proved.error.contains("there is no counterexample to draw"))
    expectError(try Gamekeeper.run("prove", "--all-rules", "--format", "svg"), 64, "`--all-rules` is a table")
  }

  @Test func withoutTheAssumptionItIsNotProved() throws {
    let run = try Gamekeeper.run("prove", "--no-assumption")
    #expect(run.status == 1)
    #expect(run.output.contains("breaks") && run.output.contains("consent"))
  }

  @Test(arguments: [["prove"], ["prove", "--solver", "cvc5"], ["diff", "--prove", "intact", "without:hsm.is-member"]])
  func aMissingSolverIsNamedWithItsPackage(_ arguments: [String]) throws {
    let run = try Gamekeeper.run(arguments, environment: ["PATH": "/nowhere"])
    let solver = arguments.contains("cvc5") ? "cvc5" : "z3"
    #expect(run.status == 69 && run.output == "")
    #expect(run.error.contains("there is no `\(solver)`") && run.error.contains("package `\(solver)`"), "\(run.error)")
  }

  /// A solver that finds contradictions everywhere, first on the path.
  private func withErringSolver(_ body: (_ environment: [String: String]) throws -> Void) throws {
    try inScratchFolder { folder in
      let solver = folder.appending(path: "z3")
      let script = """
        #!/bin/sh
        while read line; do case "$line" in
          "(check-sat)") echo unsat;;
          "(echo "*) echo "$line" | sed 's/.*"\\(.*\\)".*/\\1/';;
        esac; done
        """
      try Data(script.utf8).write(to: solver)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: solver.path)
      try body(["PATH": "\(folder.path):/usr/bin:/bin"])
    }
  }

  @Test func aSolverThatErrsProvesNothing() throws {
    try withErringSolver { environment in
      let run = try Gamekeeper.run(["prove"], environment: environment)
      #expect(run.status == 2 && run.output.contains("can-happen of begin"), "\(run.output)\(run.error)")
      let equal = try Gamekeeper.run(["diff", "--prove", "intact", "without:hsm.is-member"], environment: environment)
      #expect(equal.status == 2 && !equal.output.contains("for every size the two"), "\(equal.output)\(equal.error)")
    }
  }

  /// An interrupt leaves the rows that are done.
  @Test func theTableIsWrittenAsFarAsItIs() throws {
    try withErringSolver { environment in
      let run = try Gamekeeper.run(
        ["prove", "--all-rules", "--progress", "always"], interruptingAfter: 8, environment: environment)
      #expect(run.status == 130, "\(run.output)\(run.error)")
      let told = try #require(run.output.firstMatch(of: /interrupted after (\d+) of (\d+) changes\n/), "\(run.output)")
      let (done, all) = (try #require(Int(told.1)), try #require(Int(told.2)))
      let rows = run.output.split(separator: "\n").count { $0.hasPrefix("without ") || $0.hasPrefix("with ") }
      #expect(done > 0 && done < all && rows == done, "\(run.output)")
      #expect(run.error.contains("1 of \(all): ") && run.error.contains("2 of \(all)"), "\(run.error)")
    }
  }

  @Test(arguments: [
    (["--prove", "--operators", "4"], "`--prove` is about every size"),
    (["--prove", "--maximum-checks", "5"], "`--prove` is about every size"),
    // What is usual was asked for, too.
    (["--prove", "--depth", "2"], "`--prove` is about every size"), (["--prove", "--quorum", "2"], "is about every size"),
    (["--prove", "--rotations", "0"], "is about every size"), (["--prove", "--transparent-wrap"], "is about every size"),
    (["--prove", "--maximum-memory", "8"], "is about every size"), (["--solver-time", "10"], "no solver is asked"),
    (["--solver", "cvc5"], "no solver is asked without `--prove`"), (["--solver", "z3"], "no solver is asked without `--prove`"),
  ]) func anOptionWithoutEffectIsRefused(_ options: [String], _ words: String) throws {
    expectError(try Gamekeeper.run(["diff", "intact", "intact"] + options), 64, words)
  }

  @Test func differencesAreProvedOrShown() throws {
    let run = try Gamekeeper.run("diff", "--prove", "intact", "without:founding.quorum-satisfiable")
    #expect(run.status == 1)
    #expect(run.output.contains("B is more permissive than A, for every size") && run.output.contains("quorum of 0"))
    let equal = try Gamekeeper.run("diff", "--prove", "intact", "intact")
    #expect(equal.status == 0 && equal.output.contains("equal: for every size"))
    let searched = try Gamekeeper.run("diff", "intact", "without:founding.quorum-satisfiable")
    #expect(searched.output.contains("asked in this scope only") && searched.output.contains("diff --prove"))
  }

  @Test(arguments: [
    "prove: invariant", "equivalent-to: {without: [hsm.is-member]}, expect: less-permissive",
  ]) func aCheckWithoutItsSolverSaysSo(_ members: String) throws {
    try inScratchFolder { folder in
      try Data("expectations:\n  - {\(members)}\n".utf8).write(to: folder.appending(path: "c.yaml"))
      let run = try Gamekeeper.shell(
        "PATH=/nowhere $G check c.yaml; a=$?; PATH=/nowhere $G check c.yaml --format junit; echo $a $?", in: folder)
      #expect(run.output.hasSuffix("69 69\n") && run.output.contains("Debian's package `z3` has it"), "\(run.output)\(run.error)")
      #expect(run.output.contains("errors=\"1\""))
    }
  }

  @Test(arguments: [
    ("prove: invariant", 0), ("prove: invariant, policy: {without: [key.handle-is-fresh]}", 1),
    ("prove: invariant, policy: {without: [key.handle-is-fresh]}, expect: not-proved", 0),
    ("prove: invariant, expect: not-proved", 1),
    ("equivalent-to: intact, policy: {without: [hsm.is-member]}, expect: more-permissive", 0),
    ("equivalent-to: intact, policy: {without: [hsm.is-member]}", 1),
    ("equivalent-to: {without: [hsm.is-member]}, expect: less-permissive", 0),
    ("prove: everything", 65), ("prove: invariant, equivalent-to: intact", 65), ("prove: invariant, expect: equal", 65),
  ]) func aCaseOfACheckIsProved(_ members: String, _ status: Int32) throws {
    let run = try runOnFile("expectations:\n  - {\(members)}\n", "check", "{}").run
    #expect(run.status == status, "\(run.output)\(run.error)")
    #expect(!run.output.contains("rules were not seen"), "proofs play no scenario in which a rule could be seen")
  }

  /// Beside a scenario the rules that it does not show are told, as they are without a proof.
  @Test func besideAScenarioWhatIsNotSeenIsTold() throws {
    let text = "expectations:\n  - {prove: invariant}\n  - {scenario: lone-insider, suite: symbolic}\n"
    let run = try runOnFile(text, "check", "{}").run
    #expect(run.status == 0 && run.output.contains("rules were not seen"), "\(run.output)")
  }

  private static func property(_ formula: String) -> String {
    "property: mine\nwords: what I say\nin-force: \"\(formula)\"\n"
  }

  @Test func aPropertyOfOnesOwnIsProvedSearchedAndChecked() throws {
    let good = Self.property("every x: Identity. isHost(x, trust) implies genuineHost(x)")
    #expect(try runOnFile(good, "prove", "--property-file", "{}").run.output.contains("proved: mine"))
    let scope = [
      "explore", "--operators", "2", "--dishonest", "1", "--depth", "1", "--property", "mine", "--property-file", "{}",
    ]
    #expect(try runOnFile(good, scope).run.status == 0)
    // A trust may make a host of an operator.
    let bad = Self.property("every x: Identity. not isHost(x, trust)")
    let proof = try runOnFile(bad, "prove", "--no-pursuit", "--property-file", "{}").run
    #expect(proof.status == 1 && proof.output.contains("mine"))
    let search = try runOnFile(bad, scope).run
    #expect(search.status == 1 && search.output.contains("breaks mine"), "\(search.output)")
  }

  /// What `prove` and `explore` say of a property of one's own, `check` says, too; without its file there is no such property.
  @Test func aPropertyOfOnesOwnIsChecked() throws {
    let search = "explore: {operators: 2, dishonest: 1, hsms: 2, rogue-hsms: 0, hosts: 1, depth: 1}, properties: [mine]"
    try inScratchFolder { folder in
      for (formula, isProved, broken) in [
        ("every x: Identity. isHost(x, trust) implies genuineHost(x)", "proved", "holds"),
        ("every x: Identity. not isHost(x, trust)", "not-proved", "[mine]"),
      ] {
        try Data(Self.property(formula).utf8).write(to: folder.appending(path: "mine.yaml"))
        let other = isProved == "proved" ? ("not-proved", "[mine]") : ("proved", "holds")
        let cases: [(String, String, Int32)] = [(isProved, broken, 0), (other.0, broken, 1), (isProved, other.1, 1)]
        for (proof, end, status) in cases {
          let text = "expectations:\n  - {prove: invariant, expect: \(proof)}\n  - {\(search), expect: \(end)}\n"
          try Data(text.utf8).write(to: folder.appending(path: "check.yaml"))
          let run = try Gamekeeper.shell("$G check check.yaml --property-file mine.yaml", in: folder)
          #expect(run.status == status, "\(formula), \(proof), \(end): \(run.output)\(run.error)")
        }
        let without = try Gamekeeper.shell("$G check check.yaml", in: folder)
        #expect(without.status == 65 && without.output.contains("mine"), "\(without.output)")
      }
    }
  }

  @Test(arguments: [
    ("every x: Identity. isHost(x, y)", "nothing binds `y`", "character 30"),
    ("every x: Identity. isHost(trust, trust)", "takes a Identity here, and this is a Trust", "character 27"),
    ("every x: Person. isHost(x, trust)", "there is no sort `Person`", "character 10"),
    ("every x: Identity. isKnown(x)", "`isKnown` is no part of the vocabulary", "character 20"),
    ("every x: Identity. isHost(x)", "is of 2, and here are 1", "character 20"),
    ("every x: Identity. isHost(x, trust) &", "`&` is no part of a formula", "character 37"),
    ("every x: Identity. isHost(x, trust) isHost(x, trust)", "is too much", "character 37"),
    ("every x: Identity. x = trust", "one side is of the sort Identity", "character 20"),
    ("", "a name is expected", "character 1"),
    ("every ä: Identity. isHost(ä, trust)", "`ä` is no part of a formula", "character 7"),
    ("every x²: Identity. isHost(x², trust)", "`²` is no part of a formula", "character 8"),
    (String(repeating: "(", count: 60_000), "nested more than 200 deep", "character 201"),
    (String(repeating: "not ", count: 60_000) + "true", "nested more than 200 deep", "character 801"),
    (String(repeating: "true implies ", count: 60_000) + "true", "nested more than 200 deep", "character 2606"),
    ("some Q: Ballot. true", "`Q` cannot be a Ballot here", "character 9"),
    ("every t: Trust. t = trust", "`t` cannot be a Trust here", "character 10"),
    ("every d: Digest. d = none", "`d` cannot be a Digest here", "character 10"),
    ("every r: Way. true", "`r` may be any Way here", "character 7"),
    ("every r: Way. way(r, trust, update) and true", "`r` may be any Way here", "character 7"),
    ("some r: Way. globalWay(r, update) implies way(r, trust, update)", "`r` may be any Way here", "character 6"),
    ("every n: Need. every r: Way. need(n, r) implies isManned(n, trust)", "`r` may be any Way here", "character 22"),
    ("every r: Way. some n: Need. way(r, trust, update) and need(n, r)", "`r` may be any Way here", "character 7"),
    (
      "some n: Need. every r: Way. way(r, trust, update) and need(n, r) implies isManned(n, trust)",
      "`n` may be any Need here", "character 6"
    ),
    ("every update: Command. true", "`update` is a word of the vocabulary", "character 7"),
    ("parent(trust) = trust", "one side is of the sort Digest", "character 1"),
    ("hasSigned(trust, trust)", "`hasSigned` is no part of the vocabulary", "character 1"),
  ]) func aBadFormulaIsRefusedWithItsPlace(_ formula: String, _ message: String, _ place: String) throws {
    let (run, path) = try runOnFile(Self.property(formula), "prove", "--property-file", "{}")
    expectError(run, 65, path, "line 3", "in-force", message, place)
  }

  @Test(arguments: ["(", "not "]) func whatIsNestedLessDeepIsRead(_ opening: String) throws {
    let formula = String(repeating: opening, count: 200) + "true" + String(repeating: ")", count: opening == "(" ? 200 : 0)
    let run = try runOnFile(Self.property(formula), "prove", "--no-pursuit", "--property-file", "{}").run
    #expect(run.status == 0, "\(run.error)")
  }

  @Test(arguments: [
    ("property: keys-secret\nwords: w\nin-force: \"true\"\n", "there is a property `keys-secret` already"),
    ("property: Not A Name\nwords: w\nin-force: \"true\"\n", "is no name"),
    ("words: w\nin-force: \"true\"\n", "`property` is missing"),
    ("property: p\nwords: w\nformula: \"true\"\n", "unknown key `formula`"), ("[1, 2]", "should be a mapping"),
  ]) func aFileThatIsNoPropertyIsRefused(_ text: String, _ message: String) throws {
    let (run, path) = try runOnFile(text, "prove", "--property-file", "{}")
    expectError(run, 65, path, message)
  }

  @Test func aFileThatIsNoPolicyIsRefused() throws {
    let (run, path) = try runOnFile("rules: [a]\n", "prove", "--policy", "{}")
    expectError(run, 65, path, "unknown key `rules`")
  }

  @Test func aRuleIsDescribedAsMathematics() throws {
    let run = try Gamekeeper.run("describe", "successor.extends-parent")
    #expect(run.output.contains("parent(successor) = fp(parent)"))
    let quantified = try Gamekeeper.run("describe", "wrap.exactly-the-members")
    #expect(quantified.output.contains("∀a: AgreementKey. a ∈ recipients ⇔ (∃x: Identity. ⟨x, a⟩ ∈ HSMs(trust))"))
  }
}
