public import Records
internal import Words

/// What a search will cost, before it starts.
extension ExplorationScope {
  /// Resident memory for a state, everything included that is kept to make and judge its candidates: measured on the largest
  /// scope of `results/findings/what-each-rule-is-for.md`.
  static let bytesPerState = 124_000.0
  /// Candidates judged in a second on one core: measured on the same scope, and on smaller ones, where no rule about successors
  /// looks at HSMs and hosts.
  static let checksPerSecond = 1_000_000.0
  /// The number of trusts that could be written down with one parent and domain.
  public var contents: Double {
    // Beyond 2^1100 a Double is infinite anyway.
    func power(_ base: Double, _ exponent: Int) -> Double {
      (0..<min(max(0, exponent), 1_100)).reduce(1) { product, _ in product * base }
    }
    let listings = Double(max(1, roleNames.count) + 1)
    return power(listings, operators) * power(listings, rogueOperators) * power(rogueHSMs > 0 ? 3 : 2, genuineHSMs)
      * power(2, rogueHSMs)
      * power(2, hosts)
      * power(2, rogueHosts) * Double(quorums.count)
  }

  /// The trusts of one depth, one of each kind up to symmetry.
  private var classes: Double {
    [honest, dishonest, genuineHSMs, hosts].reduce(Double(max(1, quorums.count { $0.keeps(quorum) }))) { $0 * (Double($1) + 1) }
  }

  /// How many checks a search will make, about: each trust in force against each candidate.
  public var estimatedChecks: Double { classes * Double(max(1, depth)) * contents }

  /// How many states a search with all reductions will have, within a factor of two where it was measured.
  public var estimatedStates: Double {
    classes * (Double(depth) + 1) * (Double(rotations) + 1) * (Double(customerKeys) + 1)
  }

  public var estimatedBytes: Double { estimatedStates * Self.bytesPerState }
  public var estimatedSeconds: Double { estimatedChecks / Self.checksPerSecond }

  public var estimateInWords: String {
    let time =
      estimatedSeconds < 120
      ? "\(Int(estimatedSeconds)) s"
      : estimatedSeconds < 7200 ? "\(Int(estimatedSeconds / 60)) minutes" : "\(Self.rounded(estimatedSeconds / 3600)) hours"
    let memory = estimatedBytes < 1e9 ? "\(Int(estimatedBytes / 1e6)) MB" : "\(Self.rounded(estimatedBytes / 1e9)) GB"
    return "about \(Self.rounded(estimatedStates)) states (\(memory)) and \(Self.rounded(estimatedChecks)) checks (\(time))"
  }

  /// Whether it is refused before it begins.
  public func exceeds(_ limits: SearchLimits) -> Bool { estimatedBytes > limits.bytes || estimatedChecks > limits.checks }

  /// Refuses what is empty or too large.
  func validate(within limits: SearchLimits) throws(Exploration.Failure) {
    if let objection { throw .scope(objection) }
    if exceeds(limits) { throw .scope(tooLarge(limits)) }
  }

  /// Why it is not searched, with figures and advice.
  func tooLarge(_ limits: SearchLimits) -> String {
    "the scope is too large: \(estimateInWords), where the limits are \(Self.rounded(limits.bytes / 1e9)) GB "
      + "(`\(CommandWords.option("maximum-memory"))`), "
      + "\(Self.rounded(limits.checks)) checks (`\(CommandWords.option("maximum-checks"))`), "
      + "and in any case 14 operators or hosts with the rogue ones and 10 HSMs; "
      + "each operator or host less halves the checks, each HSM less divides them by three"
  }

  private static func rounded(_ number: Double) -> String {
    guard number.isFinite else { return "more than 10^308" }
    if number < 10_000 { return "\(Int(number))" }
    var (digits, exponent) = (number, 0)
    while digits >= 10 { (digits, exponent) = (digits / 10, exponent + 1) }
    return "\(Int(digits)) × 10^\(exponent)"
  }
}
