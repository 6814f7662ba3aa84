/// What questions are about, by name: the free variables of the formulas of rules.
public enum Asked {
  /// To be signed, founded, installed, wrapped under or served under; the trust of a token that is used.
  public static let trust = Term<Trusts>("trust")
  /// The trust that is replaced, and the one that is to replace it: the two ends of `link`.
  public static let parent = Term<Trusts>("parent")
  public static let successor = Term<Trusts>("successor")
  public static let link = Term<Links>("link")
  /// An endorsement that is to be counted.
  public static let endorsement = Term<Endorsements>("endorsement")
  /// The HSM that is asked, and its agreement key.
  public static let member = Term<Identities>("member")
  public static let memberKey = Term<AgreementKeys>("memberKey")
  public static let token = Term<Tokens>("token")
  public static let handle = Term<Handles>("handle")
  public static let requester = Term<Identities>("requester")
  /// The trust that is in force at a host.
  public static let current = Term<Trusts>("current")
  public static let order = Term<Orders>("order")
  /// What an HSM finds before a rotation, and how many deactivated keys it is asked to keep.
  public static let active = Term<Counts>("active")
  public static let deactivated = Term<Counts>("deactivated")
  public static let kept = Term<Counts>("kept")

  /// An HSM is asked, and not a host.
  public static let byHSM = Formula.holds(.byHSM, [])
  /// The host has a founding trust already.
  public static let isInstalled = Formula.holds(.isInstalled, [])
  /// The key that is asked for is the active one of its handle.
  public static let isActive = Formula.holds(.isActive, [])
  /// It is asked for to encrypt.
  public static let encrypts = Formula.holds(.encrypts, [])
  /// It is asked for to wrap a customer key, or to open a key token.
  public static let isOfCustomerKey = Formula.holds(.isOfCustomerKey, [])
  /// It is asked for users' data as if they were a customer key, or the other way round.
  public static let confuses = Formula.holds(.confuses, [])
}
