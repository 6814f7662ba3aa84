public import Records

extension Selection {
  /// What its adversary may use: what the budgets say, and work that is no query.
  public var allowance: Allowance {
    var allowance = experiment.allowance
    if let work = parameters["work"] { allowance.add(UInt64(work), of: .groupOperations) }
    return allowance
  }
}

extension Parameter {
  /// Which resource it is a number of; nil for one of sizes and lengths.
  public var resource: Resource? {
    switch name {
    case "q_gen", "q_own", "q_ops", "q_hid", "q_hosts", "q_dom": .keys
    case "tries", "forgeries", "q_dec", "q_open": .verifications
    case "work": .groupOperations
    case "q_hash", "q_work", "q_node", "q_kdf": .hashEvaluations
    case "q_sig", "q_lor", "q_enc", "q_net": .queries
    default: nil
    }
  }
}
