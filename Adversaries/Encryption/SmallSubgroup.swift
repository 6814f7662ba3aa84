public import Coins
public import GameKit
public import Games
public import Primitives

/// Has its own ciphertexts decrypted under ephemeral keys of small order, learns the secret exponent modulo the cofactor digit by
/// digit (Lim and Lee, 1997), searches the rest, and reads the challenge.
///
/// It needs an owner that does not check whether an element is in the subgroup.
public struct SmallSubgroup<S: HybridScheme>: RecipientAdversary where S.Group == CalibratedGroup {
  /// One digit of the exponent: what it is modulo `order`, a power of `prime`, when it is known modulo order/prime.
  struct Digit: Sendable {
    let prime: UInt64
    let order: UInt64
    let element: CalibratedGroup.Element
  }

  let group: CalibratedGroup
  let messages: ChallengeMessages
  let digits: [Digit]
  /// The most candidates that are tried for what the cofactor does not give.
  let work: Int

  public init(scheme: S, work: Int, length: Int) {
    (group, self.work, messages) = (scheme.group, work, ChallengeMessages(length: length))
    var digits: [Digit] = []
    for prime in group.cofactor.primeFactors {
      var order = prime
      while group.cofactor.isMultiple(of: order) {
        digits.append(Digit(prime: prime, order: order, element: scheme.group.element(ofOrder: order)))
        order *= prime
      }
    }
    self.digits = digits
  }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let recipient: S.PublicKey = try oracle.gen()
    guard let part = try oracle.challenge(recipient, tag: messages.tag, messages.left, messages.right) else { return false }
    var (residue, modulus): (UInt64, UInt64) = (0, 1)
    for digit in digits {
      // The residue is right modulo all orders so far; only its next digit to the base `prime` is open.
      var candidate: UInt64?
      for _ in 0..<digit.prime where candidate == nil {
        guard oracle.budget[.dec] > 0, oracle.budget[.derive] > 1 else { return false }
        if try isExponent(residue % digit.order, digit, recipient, &oracle) { candidate = residue } else { residue += modulus }
      }
      guard candidate != nil else { return false }
      modulus *= digit.prime
    }
    guard let exponent = search(from: residue, by: modulus, for: recipient) else { return false }
    let key: S.Key = try oracle.derive(group.power(part.ephemeral, exponent), ephemeral: part.ephemeral)
    return try oracle.open(part.sealed, tag: messages.tag, key: key) == messages.right
  }

  /// Whether the recipient's exponent is `candidate` modulo the digit's order: it decrypts what is encrypted under that guess.
  private func isExponent(
    _ candidate: UInt64, _ digit: Digit, _ recipient: S.PublicKey,
    _ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>
  ) throws(Forfeit) -> Bool {
    let key: S.Key = try oracle.derive(group.power(digit.element, candidate), ephemeral: digit.element)
    let sealed = try oracle.seal(messages.left, tag: messages.otherTag, key: key)
    return try oracle.dec(S.Part(ephemeral: digit.element, sealed: sealed), tag: messages.otherTag, for: recipient)
      == messages.left
  }

  private func search(from residue: UInt64, by modulus: UInt64, for recipient: S.PublicKey) -> UInt64? {
    for step in 0..<UInt64(work) {
      let exponent = residue + step * modulus
      guard exponent < group.q else { return nil }
      if group.power(group.generator, exponent) == recipient { return exponent }
    }
    return nil
  }
}
