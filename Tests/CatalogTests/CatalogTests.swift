import Arena
import Catalog
import Primitives
import Referee
import Testing

@Suite struct CatalogTests {
  @Test func theNamesOfTheSignatureHopAreAllThere() {
    let games = Catalog.registry.games.map(\.name), hops = Catalog.registry.hops.map(\.name),
      adversaries = Catalog.registry.adversaries.map(\.name)
    for name in ["signature-idealization", "signature-forgery", "signature-forgery-one-key"] { #expect(games.contains(name)) }
    for name in ["ind_uf", "uf_uf1", "ind_uf1"] { #expect(hops.contains(name)) }
    for name in ["guess", "guess-all-keys", "replay", "cross-message", "key-collision", "maul", "idle", "fuzz"] {
      #expect(adversaries.contains(name))
      #expect(Catalog.registry.games.first { $0.name == "signature-idealization" }?.adversaries.contains(name) == true)
    }
    #expect(SuiteName.ofPrimitives.map(\.rawValue) == ["calibrated", "kms", "kms-low-s", "modern"])
  }

  @Test func everyNameIsGivenOnce() {
    let names =
      Catalog.registry.entries.map(\.name) + Catalog.registry.adversaries.map(\.name) + SuiteName.ofPrimitives.map(\.rawValue)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: Catalog.registry.entries.map(\.name)) func anEntryTellsWhatItIs(_ name: String) throws {
    let entry = try #require(Catalog.registry.entries.first { $0.name == name })
    for text in [entry.title, entry.claim, entry.source, entry.badEvent] { #expect(!text.isEmpty) }
    #expect(!entry.adversaries.isEmpty && Set(entry.adversaries).count == entry.adversaries.count)
    for adversary in entry.adversaries { #expect(Catalog.registry.adversaries.contains { $0.name == adversary }, "\(adversary)") }
    #expect(Set(entry.parameters.map(\.name)).count == entry.parameters.count)
    for parameter in entry.parameters {
      #expect(parameter.range.contains(parameter.value), "the default of \(parameter.name)")
      #expect(parameter.range.lowerBound >= 0, "\(parameter.name)")
      #expect(!parameter.meaning.isEmpty)
    }
    for (parameter, value) in entry.showcase {
      let range = try #require(entry.parameters.first { $0.name == parameter }, "showcase of \(parameter)").range
      #expect(range.contains(value), "showcase of \(parameter)")
    }
  }

  /// The settings of a hint, as somebody would type them.
  private func settings(_ weakening: String) throws -> [(name: String, value: Int)] {
    try weakening.matches(of: /--set (\w+)=(\d+)/).map { (String($0.1), try #require(Int($0.2))) }
  }

  @Test func whatIsTooStrongToBeSeenHasAHint() throws {
    for entry in Catalog.registry.entries where !["aead-as-published"].contains(entry.name) {
      let bound = try #require(
        try Catalog.registry.select(entry, adversary: nil, suite: entry.suites[0].rawValue, settings: []).boundValue)
      #expect(bound == 0 || Entry.visible.contains(bound) || entry.weakening != nil, "\(entry.name)")
    }
  }

  /// The hint of `describe` and of an inconclusive run says that every term is large enough to be seen; so the natural adversary
  /// shows something.
  @Test func everyHintLeadsToTermsThatAreSeen() async throws {
    var hinted = 0
    for entry in Catalog.registry.entries {
      guard let weakening = entry.weakening else { continue }
      hinted += 1
      let selection = try Catalog.registry.select(entry, adversary: nil, suite: "calibrated", settings: try settings(weakening))
      #expect(Entry.visible.contains(try #require(selection.boundValue)), "\(entry.name)")
      let run = await selection.run(
        RunSettings(
          source: .init(seed: 3), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: entry.weight > 1 ? 1000 : 4000),
          threads: 2))
      #expect(
        run.record.bad.count > 0 || run.record.bits.onlyLeft + run.record.bits.onlyRight > 0,
        "\(entry.name), \(selection.adversary)")
    }
    #expect(hinted >= 18)
  }

  @Test(arguments: Catalog.registry.entries.map(\.name)) func everySymbolOfABoundIsAParameterOrAssumed(_ name: String) throws {
    let entry = try #require(Catalog.registry.entries.first { $0.name == name })
    for suite in entry.suites {
      let selection = try Catalog.registry.select(entry, adversary: nil, suite: suite.rawValue, settings: [])
      if suite.isCalibrated {
        let value = try #require(selection.boundValue, "\(entry.bound(suite))")
        #expect(value >= 0 && value.isFinite)
      } else if !entry.bound(.calibrated).definitions.isEmpty {
        #expect(selection.boundValue == nil, "an ε of \(suite.rawValue) is assumed, not known")
      }
    }
  }

  @Test func everyListedAdversaryCanBeBuiltAndPlayed() async throws {
    for entry in Catalog.registry.entries {
      for adversary in entry.adversaries {
        let selection = try Catalog.registry.select(entry, adversary: adversary, suite: "calibrated", settings: [])
        let run = await selection.run(
          RunSettings(source: .init(seed: 5), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: 64), threads: 1))
        #expect(run.record.trials == 64 && run.record.forfeits == 0, "\(entry.name) \(adversary)")
        #expect(run.record.lockstep.violations == 0, "\(entry.name) \(adversary)")
        #expect(!["boundExceeded", "invalid", "forfeit"].contains(run.verdict.name), "\(entry.name) \(adversary)")
        // A planted reduction has two of its own, and where chances judge there are six.
        let own = (entry.reduction?.agreement == .planted ? 2 : 0) + (run.record.chances == nil ? 0 : 6)
        #expect(run.record.canaries.count == 8 + own)
      }
    }
  }

  @Test func everyPlantedDefectIsCaughtWhereItSaysAndNowhereIsItMet() async throws {
    for entry in Catalog.registry.entries {
      for defect in entry.defects {
        let caught = try defect.selection(in: entry, of: Catalog.registry)
        // One signature in ten thousand drifts; one trial in thirty wraps under a key that is known.
        let rare: [String: UInt64] = ["drifting": 20_000, "wrapped-zeros": 500]
        let trials = rare[defect.name] ?? (caught.suite.isCalibrated ? 3000 / caught.entry.weight : 20)
        let run = await caught.run(
          RunSettings(source: .init(seed: 5), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: trials), threads: 2))
        if case .hidden = defect.effect {
          #expect(run.record.advantage.estimate == 0 && run.record.outcome.status == .inconclusive, "\(defect.name)")
          #expect(run.record.defectShows == nil)
          continue
        }
        #expect(
          [.invalid, .boundExceeded, .advantageShown].contains(run.record.verdict) || run.record.reduction?.verdict == .refuted,
          "\(entry.name), \(defect.name): \(run.verdict)")
        #expect(run.record.outcome.status == .notMet)
        // The worlds of a game are told apart by its own adversary, too; those of an idle one are not, and nothing is met.
        guard entry.adversaries.contains("idle") else { continue }
        let idle = try Catalog.registry.select(
          entry, adversary: "idle", suite: caught.suite.rawValue, settings: [], twin: defect.name)
        let quiet = await idle.run(
          RunSettings(source: .init(seed: 5), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: 20), threads: 1))
        #expect(quiet.record.outcome.status == .inconclusive, "\(entry.name), \(defect.name): \(quiet.record.outcome)")
        guard quiet.verdict.kind != .inconclusive else { continue }
        #expect(quiet.record.outcome.why?.hasSuffix("it does with `\(defect.command(in: entry))`") == true)
      }
    }
  }

  @Test func theTokenOfAViolationShowsIt() async throws {
    let defect = try #require(try Catalog.registry.entry("hop2").defects.first)
    let run = await (try defect.selection(in: try Catalog.registry.entry("hop2"), of: Catalog.registry)).run(
      RunSettings(source: .init(seed: 5), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: 1000), threads: 1))
    let token = try ReplayToken(try #require(run.record.lockstep.replay), in: Catalog.registry)
    let trial = token.selection.experiment.replay(trial: token.trial, source: token.source)
    #expect(trial.violation == run.record.lockstep.first && trial.violation != nil)
  }

  // MARK: What the numbers must show

  private func run(
    _ name: String, _ adversary: String, _ settings: [(name: String, value: Int)], kind: Entry.Kind = .game,
    suite: String = "calibrated",
    trials: UInt64 = 200_000
  ) async throws -> Selection.Run {
    let selection = try Catalog.registry.select(
      try Catalog.registry.entry(name, kind: kind), adversary: adversary, suite: suite, settings: settings)
    return await selection.run(
      RunSettings(source: .init(seed: 21), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: trials), threads: 2))
  }

  @Test(arguments: [1, 2, 4, 8, 16]) func theBadEventIsLinearInTheNumberOfKeys(_ keys: Int) async throws {
    let run = try await run("signature-idealization", "guess-all-keys", [("q_gen", keys)])
    let exact = 1 - (1 - 4.0 / 1024).power(keys)
    #expect(run.record.bad.lower <= exact && exact <= run.record.bad.upper)
    #expect(["boundAttained", "withinBound"].contains(run.verdict.name), "\(run.verdict)")
    let standard = (exact * (1 - exact) / 200_000).squareRoot()
    #expect(abs(run.record.bad.estimate - exact) < 5 * standard)
  }

  @Test(arguments: [2, 8]) func theReductionToOneKeyLosesTheNumberOfKeys(_ keys: Int) async throws {
    let run = try await run("uf_uf1", "guess-all-keys", [("q_gen", keys)], kind: .hop)
    let reduction = try #require(run.record.reduction)
    #expect(reduction.loss == Double(keys))
    #expect(reduction.verdict == .holds, "\(reduction.reason)")
    let ratio = reduction.source.estimate / reduction.target.estimate
    #expect(abs(ratio - Double(keys)) < 0.25 * Double(keys))
  }

  @Test func maulingBreaksPlainECDSAOnly() async throws {
    let kms = try await run("signature-idealization", "maul", [], suite: "kms", trials: 40)
    #expect(kms.record.bad.count == 40 && kms.verdict.name == "advantageShown")
    for suite in ["kms-low-s", "modern"] {
      let run = try await run("signature-idealization", "maul", [], suite: suite, trials: 40)
      #expect(run.record.bad.count == 0 && run.verdict.name == "noAdvantageShown", "\(suite)")
    }
  }
}

extension Double {
  fileprivate func power(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { product, _ in product * self } }
}
