import Conformance
import Records
import Testing

/// The rows are held by play: what they say is seen, and what is seen they say.
@Suite struct LedgerPlayTests {
  static func play(
    _ rows: [LedgerRow] = Ledger.rows.filter(\.isCompared), trials: UInt64 = 100, mistake: Mistake? = nil
  ) async throws -> ConformanceRecord {
    try #require(await Ledger.play(rows, trials: trials, seed: 1, mistake: mistake) { _ in true })
  }

  static func why(_ record: ConformanceRecord, _ name: String) -> String? {
    record.rows.first { $0.name == name }?.outcome.why
  }

  @Test func everyRowHolds() async throws {
    let record = try await Self.play(Ledger.rows, trials: 200)
    #expect(record.outcome == .met)
    #expect(record.differences.count == Difference.allCases.count, "every difference is seen")
  }

  @Test(arguments: [
    (Mistake.oneMore, ["RealSigServ.sign", "UF1.sign", "MkAdvUF1.sign", "OrclCR.collision", "RealHash.check", "ODH_Orcl.gen"]),
    (.inclusiveBound, ["AEADmul_Oracles.lor", "MRPKE_lor.lor", "MRPKErnd_lor.lor"]),
  ])
  func aMistakeInTheTwinsIsCaught(_ mistake: Mistake, _ names: [String]) async throws {
    let record = try await Self.play(mistake: mistake)
    #expect(record.outcome.status == .notMet)
    for name in names { #expect(Self.why(record, name)?.contains("was to part by") == true, "\(name)") }
    let spared = record.rows.filter { $0.outcome.status != .notMet }.map(\.name)
    #expect(spared.contains("AEAD_Oracles.dec"), "a mistake is blamed on the twins that have it alone")
  }

  /// `RealSigServ.sign` parts past the budget and nowhere else.
  @Test(
    arguments: [
      ([], .notMet, "the games part in sign by past-the-budget, and the row does not say so"),
      ([.pastTheBudget], .met, nil),
      ([.pastTheBudget, .uncounted], .inconclusive, "no trial came to a sign in which the games are to part by uncounted"),
    ] as [(Set<Difference>, RunStatus, String?)])
  func aRowSaysWhereTheGamesPart(_ parts: Set<Difference>, _ status: RunStatus, _ why: String?) async throws {
    let row = LedgerRow(
      file: .signatures, kind: .oracle, name: "RealSigServ.sign", ours: "",
      conformance: .played([.init(comparison: "signatures-real", query: "sign", parts: parts)]))
    let record = try await Self.play([row], trials: 5)
    #expect(record.outcome.status == status)
    #expect(Self.why(record, row.name) == why.map { "signatures-real: \($0)" })
  }

  @Test func whatIsNotThereIsNotPlayed() async throws {
    func why(_ conformance: Conformance) async throws -> String? {
      let row = LedgerRow(file: .signatures, kind: .lemma, name: "x", ours: "", conformance: conformance)
      return Self.why(try await Self.play([row], trials: 1), "x")
    }
    #expect(try await why(.whole(["nowhere"])) == "there is no comparison `nowhere`")
    #expect(
      try await why(.played([.init(comparison: "nowhere", query: "sign", parts: [])])) == "there is no comparison `nowhere`")
    #expect(try await why(.hops([.init(hop: "ind_fu", adversary: "fuzz")]))?.contains("`ind_fu`") == true)
    #expect(try await why(.hops([.init(hop: "ind_uf", adversary: "fuz")]))?.contains("`fuz`") == true)
  }

  @Test func whereTheyPartIsReproducible() async throws {
    func parted(_ seed: UInt64) async throws -> [String] {
      let record = try #require(
        await Ledger.play(Ledger.rows.filter(\.isCompared), trials: 30, seed: seed) { _ in true })
      return record.rows.flatMap(\.partings).map { "\($0.trial) \($0.number) \($0.asked) \($0.ours) \($0.published)" }
    }
    let first = try await parted(1)
    #expect(try await parted(1) == first)
    #expect(try await parted(2) != first)
  }

  @Test func anInterruptEndsIt() async {
    #expect(await Ledger.play(trials: 1_000_000, seed: 1) { _ in false } == nil)
  }

  /// The one difference that no coin decides: a constant collides, a key undoes it.
  @Test func aHardCodedPairWinsAgainstAFunctionWithoutAKey() async throws {
    let rows = Ledger.rows.filter { $0.name == "OrclCR.collision" }
    let record = try await Self.play(rows, trials: 40)
    let fixed = try #require(record.rows[0].partings.first { $0.difference == "fixed-function" })
    #expect(fixed.times == 40 && record.outcome == .met)
  }
}

extension LedgerRow {
  /// Whether comparisons hold it: cheaper to play than hops.
  fileprivate var isCompared: Bool {
    switch conformance {
    case .played, .whole: true
    case .hops, .different, .assumed, .proof: false
    }
  }
}
