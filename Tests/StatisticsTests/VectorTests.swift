import Testing

/// Every vector of the reference file is checked within its tolerance, and none is skipped silently.
@Suite struct VectorTests {
  static let methods = Set(ReferenceVector.all.map(\.method)).sorted()

  @Test func everyMethodIsCheckedOrBelongsElsewhere() {
    #expect(Self.methods.count == 39)
    #expect(ReferenceVector.all.count == 416)
    #expect(VectorChecker.elsewhere.isDisjoint(with: VectorChecker.checks.keys))
    #expect(VectorChecker.elsewhere.union(VectorChecker.checks.keys).sorted() == Self.methods)
  }

  @Test(arguments: VectorChecker.checks.keys.sorted())
  func agreesWithTheReference(method: String) throws {
    let check = try #require(VectorChecker.checks[method])
    let vectors = ReferenceVector.all.filter { $0.method == method }
    #expect(!vectors.isEmpty)
    var worst = 0.0
    for vector in vectors {
      let answers = check(vector)
      // The band for 10,000 campaigns is what the simulations are held to.
      let keys = vector.expected.keys.filter { !$0.hasPrefix("count_of_10000") }.sorted()
      for key in keys {
        let answer = try #require(answers[key], "\(vector.id): nothing computed for \(key)")
        let error = answer.error(against: try #require(vector.expected[key]), tolerance: vector.tol)
        #expect(error <= 1, "\(vector.id): \(key) is \(answer), expected \(vector.expected[key]!), error \(error) tolerances")
        worst = max(worst, error)
      }
    }
    print("\(method): \(vectors.count) vectors, worst error/tolerance \(worst)")
  }
}
