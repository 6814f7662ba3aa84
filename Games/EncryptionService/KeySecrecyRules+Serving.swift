internal import DomainManagement
internal import Policy

extension KeySecrecyRules {
  /// The same rules for the encryption service: without the run-time watch of `key.never-leaves-unwrapped`, which types guarantee
  /// already.
  ///
  /// The watch compares what leaves an HSM with its keys. Where the message is a user's own it answers a question about a secret:
  /// who encrypts a guess of the key, and decrypts it, learns from the refusal whether the guess is right. No simulator that is
  /// told lengths only can answer so. **[ours]** The twin `watched-replies` shows it.
  // Not inlined, as the initialiser of the rules is not: version 6.3.1 of the compiler loses track of a suite's lifetime.
  public var serving: KeySecrecyRules {
    @inline(never) get { with(Policy(policy.rules.filter { $0.facts.identifier != "key.never-leaves-unwrapped" })) }
  }
}
