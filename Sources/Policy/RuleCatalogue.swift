public import DomainManagement

/// The explicit lists of rules. Every rule of the intact policy is there because something breaks without it, or the matrix says why not.
public enum RuleCatalogue<S: DomainSuite> {
  /// The intact policy, in the order of the model, section 1.4.
  public static var rules: [any Rule<S>] {
    [
      OperatorGenuineEntities<S>(),
      OperatorAgreementKeyBound<S>(),
      OperatorQuorumKept<S>(),
      HSMIsMember<S>(),
      FoundingHasNoParent<S>(),
      FoundingQuorumSatisfiable<S>(),
      FoundingAuthorised<S>(),
      TokenSignerIsMember<S>(),
      TokenSignatureVerifies<S>(),
      TokenSignatureCoversKeys<S>(),
      TokenSignatureCoversTrust<S>(),
      TokenWrapBoundToTrust<S>(),
      KeyHandleIsFresh<S>(),
      SuccessorExtendsParent<S>(),
      SuccessorSameDomain<S>(),
      SuccessorQuorumDistinct<S>(),
      SuccessorQuorumOfParent<S>(),
      SuccessorThresholdOfParent<S>(),
      SuccessorSignaturesVerify<S>(),
      SuccessorSignatureCoversWholeTrust<S>(),
      SuccessorContextSeparated<S>(),
      SuccessorEveryLink<S>(),
      KeyNeverLeavesUnwrapped<S>(),
      WrapExactlyTheMembers<S>(),
      HSMRequesterIsMemberHost<S>(),
      HostRootInstalledOnce<S>(),
      HostSuccessorChecked<S>(),
      HostTokenTrustIsCurrent<S>(),
      HostTokenChecked<S>(),
    ]
  }

  /// Deliberately weaker rules, for policies with a planted defect.
  public static var weaker: [any Rule<S>] {
    [
      SuccessorQuorumOfSuccessor<S>(),
      SuccessorThresholdOfSuccessor<S>(),
      SuccessorSignatureCoversIdentities<S>(),
    ]
  }

  public static var everything: [any Rule<S>] { rules + weaker }
  public static var identifiers: [String] { everything.map(\.facts.identifier) }
}
