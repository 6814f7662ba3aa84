import Foundation
import TestSupport
import Testing

/// `theorem` as people run it.
@Suite struct TheoremVerbTests {
  @Test func theTheoremHoldsInEveryRow() throws {
    let run = try Gamekeeper.run("theorem", "--all-hops", "--stop-when", "decided")
    #expect(run.status == 0 && run.error == "", "\(run.error)")
    for hop in ["ind_uf", "uf_uf1", "ind_uf1"] { #expect(run.output.contains("\n\(hop) ")) }
    #expect(run.output.contains("lockstep violations: 0; bounds exceeded: 0;"))
    #expect(!run.output.contains("inconclusive") && !run.output.contains("undecided"))
  }

  /// A command that speaks of signatures plays the hops of signatures, and the other ones are said.
  @Test func anotherAdversaryPlaysWhatItCan() throws {
    let guess = "python3 \(PackageRoot.url.appending(path: "Adversaries/External/python/guess.py").path)"
    let text = try Gamekeeper.run("theorem", "--all-hops", "--trials", "10", "--against", guess)
    #expect(text.status == 2 && text.output.contains("\nAgainst `\(guess)`:\n"), "\(text)")
    #expect(text.output.contains("\nind_uf ") && text.output.contains("\n- hop ind_cr: not played by it: "), "\(text.output)")
    let json = try Gamekeeper.run("theorem", "--all-hops", "--trials", "10", "--against", guess, "--format", "json").json()
    let rows = json["against"]?["rows"]?.items ?? [], others = json["against"]?["notPlayed"]?.items ?? []
    #expect(rows.contains { $0["hop"]?.text == "ind_uf" } && others.contains { $0["name"]?.text == "hop ind_cr" })
    #expect(json["rows"]?.items?.count ?? 0 > rows.count, "the portfolio's rows are what they were")
  }

  @Test func aNamePlaysItsRows() throws {
    let run = try Gamekeeper.run("theorem", "--all-hops", "--trials", "10", "--against", "guess")
    #expect(run.output.contains("\nAgainst `guess`:\n") && run.output.contains("- hop ind_cr: not played by it: it is none of"))
  }

  @Test(arguments: [
    (["--against", "guess", "--fixed-work"], 64, "`--against` means nothing with `--fixed-work`"),
    (["--against", "guess", "--format", "latex"], 64, "what `--against` adds has no LaTeX and no picture"),
    (["--against", "no-such-program"], 69, "there is no program `no-such-program`"),
  ]) func whatCannotPlayIsRefused(_ options: [String], _ status: Int32, _ words: String) throws {
    let run = try Gamekeeper.run(["theorem"] + options)
    #expect(run.status == status && run.output == "" && run.error.contains(words), "\(run)")
  }

  @Test func aTheoremOfTooFewTrialsIsStatusTwo() throws {
    let run = try Gamekeeper.run("theorem", "--all-hops", "--trials", "2000")
    #expect(run.status == 2)
    #expect(run.output.contains("undecided") && run.output.contains("lockstep violations: 0; bounds exceeded: 0;"))
  }

  @Test func theTheoremHasItsTermsAndItsTotal() throws {
    let run = try Gamekeeper.run("theorem", "--trials", "300", "--format", "json")
    #expect(run.status == 0 && run.error == "", "\(run.error)")
    let record = try run.json()
    guard case .list(let terms)? = record["terms"], case .list(let hops)? = record["hops"] else {
      Issue.record("no terms")
      return
    }
    #expect(terms.count == 7 && hops.count > 12)
    let text = try Gamekeeper.run("theorem", "--trials", "20")
    #expect(text.status == 2, "too few trials to keep every bound")
    for term in ["q_ops·ε_sig", "q_hid·ε_sig", "q_dom·ε_aead", "ε_cr", "ε_odh", "ε_aead-multi", "ε_coll"] {
      #expect(text.output.contains("\n\(term)"))
    }
    // Beside the row of the logarithm stands what as many operations find where chances are known.
    #expect(
      text.output.contains(
        "\n1000 operations find a logarithm with 2^-30.06 by baby-steps, and never with more than 2^-29.06.\n"), "\(text.output)")
    #expect(
      text.output.contains("\ninconclusive: nothing exceeds its bound, but ")
        && text.output.contains(" | 0 lockstep violations in"))
  }

  @Test func theGenericGroupHasTheSizeThatIsAskedFor() throws {
    let run = try Gamekeeper.run("theorem", "--trials", "2", "--set", "groupBits=40")
    #expect(
      run.output.contains(
        "\nIn a generic group of 40 bits, where elements are handles, the chance is known (hop generic-logarithm):\n"
          + "1000 operations find a logarithm with 2^-22.06 by baby-steps, and never with more than 2^-21.06.\n"),
      "\(run.output)")
  }

  @Test func onARealSuiteTheTheoremSaysWhatNobodyExceeded() throws {
    let few = try Gamekeeper.run("theorem", "--suite", "modern", "--trials", "2")
    #expect(few.status == 2 && few.output.contains("\ninconclusive: "), "two trials leave room for everything: \(few)")
    let run = try Gamekeeper.run("theorem", "--suite", "modern", "--trials", "40")
    #expect(run.status == 0 && run.error == "", "\(run.error)")
    #expect(
      run.output.contains("noAdvantageShown: no interval of an advantage reaches above")
        && run.output.contains("Each ε is assumed"))
    let plot = try Gamekeeper.run("theorem", "--suite", "modern", "--trials", "2", "--format", "svg")
    #expect(plot.status == 64 && plot.error.contains("a picture (SVG) needs the calibrated suite"))
  }

  @Test func withoutGuessesTheBoundStandsHoweverWeakThePrimitives() throws {
    let transplant = [
      "play", "end-to-end", "-a", "transplant-keys", "--set", "q_open=0", "--set", "forgeries=0", "--set", "tagBits=2",
      "--trials", "500",
    ]
    #expect(try !Gamekeeper.run(transplant).output.contains("boundExceeded"))
    let walk = [
      "hop", "secrecy-hsms", "-a", "random-protocol", "--set", "tries=0", "--set", "signatureBits=1", "--set", "queries=200",
      "--set", "q_own=50", "--trials", "200",
    ]
    #expect(try !Gamekeeper.run(walk).output.contains("boundExceeded"))
    // A wrong decryption is a guess of a tag, and of two domain keys' being equal; so the honest users' own are paid for.
    for weak in ["tagBits=10", "cipherKeyBits=4"] {
      let use = ["play", "service", "-a", "use-service", "--set", "tries=0", "--set", weak, "--trials", "3000"]
      #expect(try !Gamekeeper.run(use).output.contains("boundExceeded"))
    }
  }

  /// 2·10⁶·(2³²)²/2⁹⁷ = 2^−12.1.
  @Test func onPaperRepeatedNoncesAreCountedPerKey() throws {
    let many = try Gamekeeper.run("theorem", "--trials", "20", "--scale", "q_enc=4294967297")
    #expect(many.output.contains(/\n2·q_dom·q_enc\^2\/2\^97 .* -12\.1\n/), "\(many.output)")
    #expect(
      many.error
        == "gamekeeper: warning: 4294967297 messages under one key of AES-GCM with random nonces are more than the 2^32 that "
        + "NIST SP 800-38D allows\n"
    )
    #expect(
      try Gamekeeper.run("theorem", "--trials", "20", "--scale", "q_enc=4294967296").error == "", "its twin: so many are allowed")
    #expect(!(try Gamekeeper.run("theorem", "--trials", "20").output.contains("q_enc")))
  }

  @Test func aScaleIsWrittenAsTrialsAre() throws {
    func scale(_ text: String) throws -> String { try Gamekeeper.run("theorem", "--trials", "5", "--scale", text).output }
    #expect(try scale("q_dom=1e3") == scale("q_dom=1000") && scale("q_dom=1e3") != scale("q_dom=1e4"))
  }

  @Test func aBadScaleIsNamed() throws {
    let run = try Gamekeeper.run("theorem", "--scale", "q_ops=many")
    #expect(run.status == 64 && run.error.contains("`--scale q_ops=many` cannot be read at `q_ops=many`"))
  }
}
