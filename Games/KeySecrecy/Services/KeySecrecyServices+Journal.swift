import GameKit
public import Primitives

extension KeySecrecyServices {
  /// What a service was asked and answered.
  public enum Entry {
    case operators(SignatureQuery<Scheme>, SignatureAnswer<Scheme>)
    case hsms(SignatureQuery<Scheme>, SignatureAnswer<Scheme>)
    case chain(ChainQuery<TrustHash<Base.Hash>>, ChainAnswer<TrustHash<Base.Hash>>)
    /// The identity of a host, which is no service's.
    case host(draw: UInt64, Base.Signing.VerificationKey)
  }

  /// From now on, whatever services answer is written down.
  func overhear() -> Journal<Entry> {
    let journal = Journal<Entry>()
    self.journal = journal
    operators = operators.overheard { journal.note(.operators($0, $1)) }
    hsms = hsms.overheard { journal.note(.hsms($0, $1)) }
    chain = chain.overheard { journal.note(.chain($0, $1)) }
    return journal
  }
}
