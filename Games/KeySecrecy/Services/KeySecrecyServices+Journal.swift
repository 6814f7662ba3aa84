import GameKit
public import Primitives

extension KeySecrecyServices {
  /// What a service was asked and answered, and what is no service's.
  public enum Entry {
    case operators(SignatureQuery<Scheme>, SignatureAnswer<Scheme>)
    case hsms(SignatureQuery<Scheme>, SignatureAnswer<Scheme>)
    case chain(ChainQuery<TrustHash<Base.Hash>>, ChainAnswer<TrustHash<Base.Hash>>)
    /// The identity of a host.
    case host(draw: UInt64, Base.Signing.VerificationKey)
    /// The tag of wrapped keys.
    case wrapped(TagEvent)
    /// The tag of users' data.
    case data(TagEvent)
  }

  /// From now on, whatever is answered is written down.
  func overhear(_ recipients: RecipientGame<Encryption>) -> Journal<Entry> {
    let journal = Journal<Entry>()
    self.journal = journal
    operators = operators.overheard { journal.note(.operators($0, $1)) }
    hsms = hsms.overheard { journal.note(.hsms($0, $1)) }
    chain = chain.overheard { journal.note(.chain($0, $1)) }
    var recipients = recipients
    recipients.tell = { journal.note(.wrapped($0)) }
    self.recipients = Port(recipients)
    return journal
  }

  /// Writes down that the tag of a user's ciphertext was made or, where it is said whether it opens, compared.
  func note(_ ciphertext: Bytes, _ data: [UInt8], _ key: Base.Cipher.Key, opens: Bool? = nil) {
    guard let journal, let event = TagEvent(ciphertext, data, key, of: base.cipher, opens: opens) else { return }
    journal.note(.data(event))
  }
}
