/// The defects that can be planted.
public enum SignatureTwin: String, CaseIterable, Sendable {
  /// The ideal world forgets the first signature that it produced.
  case forgetful
  /// In one of 10⁴ trials the ideal world loses the record of every signature, whether or not anybody asks for it.
  case drifting
  /// Once in 64 refusals the ideal world accepts what it should refuse.
  case biased
}
