public import DomainManagement

/// The explicit lists of rules. Every rule of the intact policy is there because something breaks without it, or the matrix says
/// why not.
public enum RuleCatalogue<S: DomainSuite> {
  /// The intact policy, in the order of `docs/model.md`, section 1.4, and then what was added.
  public static var rules: [RuleInForce<S>] { own() + RuleAdditions.current.flatMap { $0.rules(for: S.self) } }

  // Searches ask millions of questions: the closures of the rules are compiled for their suite.
  @_specialize(where S == SymbolicSuite)
  private static func own() -> [RuleInForce<S>] {
    [
      RuleInForce(OperatorGenuineEntities<S>()),
      RuleInForce(OperatorAgreementKeyBound<S>()),
      RuleInForce(OperatorRoleRegistered<S>()),
      RuleInForce(OperatorQuorumKept<S>()),
      RuleInForce(HSMIsMember<S>()),
      RuleInForce(FoundingHasNoParent<S>()),
      RuleInForce(FoundingQuorumSatisfiable<S>()),
      RuleInForce(FoundingAuthorised<S>()),
      RuleInForce(TokenSignerIsMember<S>()),
      RuleInForce(TokenSignatureVerifies<S>()),
      RuleInForce(TokenSignatureCoversKeys<S>()),
      RuleInForce(TokenSignatureCoversTrust<S>()),
      RuleInForce(TokenWrapBoundToTrust<S>()),
      RuleInForce(KeyHandleIsFresh<S>()),
      RuleInForce(link: SuccessorExtendsParent<S>()),
      RuleInForce(link: SuccessorSameDomain<S>()),
      RuleInForce(link: SuccessorQuorumDistinct<S>()),
      RuleInForce(link: SuccessorQuorumOfParent<S>()),
      RuleInForce(link: SuccessorThresholdOfParent<S>()),
      RuleInForce(link: SuccessorSignaturesVerify<S>()),
      RuleInForce(link: SuccessorSignatureCoversWholeTrust<S>()),
      RuleInForce(link: SuccessorContextSeparated<S>()),
      RuleInForce(SuccessorEveryLink<S>()),
      RuleInForce(KeyNeverLeavesUnwrapped<S>()),
      RuleInForce(WrapExactlyTheMembers<S>()),
      RuleInForce(HSMRequesterIsMemberHost<S>()),
      RuleInForce(HostRootInstalledOnce<S>()),
      RuleInForce(HostSuccessorChecked<S>()),
      RuleInForce(HostTokenTrustIsCurrent<S>()),
      RuleInForce(HostTokenChecked<S>()),
      RuleInForce(RotationAuthorised<S>()),
      RuleInForce(RotationActiveKeyOnly<S>()),
      RuleInForce(RotationDeactivatedOpens<S>()),
      RuleInForce(RotationOldestDropped<S>()),
      RuleInForce(KeyTokensApartFromData<S>()),
    ]
  }

  /// Deliberately weaker rules, for policies with a planted defect.
  public static var weaker: [RuleInForce<S>] { ownWeaker() + RuleAdditions.current.flatMap { $0.weaker(for: S.self) } }

  @_specialize(where S == SymbolicSuite)
  private static func ownWeaker() -> [RuleInForce<S>] {
    [
      RuleInForce(link: SuccessorQuorumOfSuccessor<S>()),
      RuleInForce(link: SuccessorThresholdOfSuccessor<S>()),
      RuleInForce(link: SuccessorThresholdOfParent<S>(heedingRoles: false)),
      RuleInForce(link: SuccessorSignatureCoversIdentities<S>()),
      RuleInForce(HostsOnly(TokenSignerIsMember<S>())),
      RuleInForce(HostsOnly(TokenSignatureVerifies<S>())),
      RuleInForce(HostsOnly(TokenSignatureCoversKeys<S>())),
      RuleInForce(HostsOnly(TokenSignatureCoversTrust<S>())),
      RuleInForce(HostsOnly(TokenWrapBoundToTrust<S>())),
      RuleInForce(FoundingAuthorised<S>(heedingRoles: false)),
      RuleInForce(RotationAuthorised<S>(.signaturesCounted)),
      RuleInForce(RotationAuthorised<S>(.rolesIgnored)),
      RuleInForce(RotationActiveKeyOnly<S>(wrapsUnderAny: true)),
      RuleInForce(RotationOldestDropped<S>(keeping: KeyState.keptDeactivated + 1)),
    ]
  }

  /// A rule that refuses nothing, for checking those who say what rules are for.
  public static var idle: RuleInForce<S> { RuleInForce(NeverRefuses<S>()) }

  public static var everything: [RuleInForce<S>] { rules + weaker + [idle] }
  public static var identifiers: [String] { everything.map(\.facts.identifier) }
}
