public import Arena

/// The lists of the proof: every game and hop, a file a family.
public enum Catalog {
  public static let registry = Registry(entries: entries, adversaries: adversaries, twins: twins)

  /// Every game and hop, in the order of the proof.
  private static let entries: [Entry] =
    signatureGames + hashGames + cipherGames + recipientGames + keySecrecyGames + serviceGames + endToEndGames + signatureHops
    + hashHops + policyHops + recipientHops + freshKeyHops + keySecrecyHops + serviceHops

  private static let adversaries: [AttackFacts] =
    signatureAdversaries + hashAdversaries + policyAdversaries + cipherAdversaries
    + recipientAdversaries + keySecrecyAdversaries + serviceAdversaries
    + endToEndFacts
}
