internal import Arena
package import Primitives
package import Records

/// What each ε stands for: on the calibrated suite a formula of the parameters, on real ones a mere symbol, since nobody knows
/// it.
///
/// This is the one place where a suite defines them. Games with other budgets count other attempts, so each family of games has
/// its own.
package enum Epsilons {
  case signatures, hashes, chains, keys, ciphers, recipients, wholeProtocol, service, hierarchy, envelopes

  /// A bound over symbols, as each suite defines them.
  package func defining(_ bound: Bound) -> @Sendable (SuiteName) -> Bound {
    let calibrated = bound.defining(definitions), real = bound.defining([:])
    return { $0.isCalibrated ? calibrated : real }
  }

  private var definitions: [String: Bound] {
    switch self {
    // Of one key. It is that of a key pair of the adversary's own, or one under which something was verified before it was
    // anybody's, so that a signature may have been found in advance.
    case .signatures: ["ε_sig": "tries" / .two(to: "signatureBits") + ("q_own" + "tries") / .two(to: "keyBits")]
    // The birthday bound over everything that is ever hashed; a check hashes, too.
    case .hashes: ["ε_cr": .power("q_hash" + "q_work", 2) / .two(to: "hashBits" + 1)]
    case .chains: ["ε_cr": .power(10 * "q_node" + "q_work", 2) / .two(to: "hashBits" + 1)]
    case .keys: ["ε_coll": .power("q_gen" + "q_own", 2) / .two(to: "keyBits" + 1)]
    // And two messages under one key that have one nonce.
    case .ciphers:
      ["ε_aead": Self.forged(keysTried: 2 * "q_open" + 2 * "q_dec") + .power(2 * Self.challenges, 2) / .two(to: "nonceBits" + 1)]
    case .recipients: Self.ofRecipients
    case .wholeProtocol: Self.ofTheProtocol
    case .service: Self.ofTheService
    case .hierarchy: Self.ofTheHierarchy
    case .envelopes: Self.ofEnvelopes
    }
  }

  private static let ofRecipients: [String: Bound] = [
    // Shoup's bound for generic algorithms (1997, theorem 1), with every element that the adversary is given counted among its
    // work; and derivations that hit a shared element by chance.
    "ε_odh": .power("work" + "q_gen" + "q_lor" + 2, 2) / .two(to: "groupBits" + 1)
      + "q_kdf" * "q_gen" * "q_lor" / .two(to: "groupBits"),
    // No key has two messages. B₂ opens for itself what is decrypted, and seals what is encrypted, under keys of its own.
    "ε_aead-multi": forged(keysTried: 2 * "q_open" + 3 * "q_dec" + challenges),
  ]

  private static let challenges: Bound = "q_lor" * "recipients"
  /// A guessed tag; a key that is tried by opening what was given, by sealing the same (q_open + q_dec times), or by having
  /// decrypted what was sealed under it; and two keys that are equal.
  private static func forged(keysTried: Bound) -> Bound {
    "q_dec" / .two(to: "tagBits") + keysTried / .two(to: "cipherKeyBits")
      + .power(challenges, 2) / .two(to: "cipherKeyBits" + 1)
  }

  private static let ofTheProtocol: [String: Bound] = [
    "ε_sig": "tries" / .two(to: "signatureBits"),
    "ε_cr": .birthday(count: "q_hash", bits: "hashBits"),
    // Every identity that is ever made; hosts have one, too.
    "ε_coll": .birthday(count: "q_ops" + "q_hid" + "q_hosts" + "q_own", bits: "keyBits"),
    // Two elements are equal among those that are computed, guessed as an exponent, generated as a key or, one for each token, as
    // an ephemeral key.
    "ε_odh": .power("work" + "q_open" + "q_hid" + "q_own" + "q_dom" + "q_net", 2) / .two(to: "groupBits" + 1),
    "ε_aead-multi": "q_open" / .two(to: "tagBits") + "q_open" / .two(to: "cipherKeyBits"),
    // Of one domain key: what is decrypted has a guessed tag, or was made under a guessed key; and of the messages two have one
    // nonce of 64 bits. A guessed key on a user's ciphertext is one of the q_open that ε_aead-multi pays for.
    "ε_aead": "forgeries" / .two(to: "tagBits") + "forgeries" / .two(to: "cipherKeyBits")
      + .power("q_dom" + 1, 2) / .two(to: 65),
  ]

  private static let ofTheService: [String: Bound] = [
    // Of one key: what is decrypted has a guessed tag, or was made under a guessed key or another domain key that is equal; a
    // guessed key opens; and two messages have one nonce.
    "ε_aead": ("tries" + "q_dec") / .two(to: "tagBits") + (2 * "tries" + "q_dec") / .two(to: "cipherKeyBits")
      + .power("q_enc" + "q_dom", 2) / .two(to: "nonceBits" + 1),
    // The advantage against key secrecy where no signature is guessed: guesses of a tag or of a key of wrapped keys; and the
    // generic bound for a group of 48 bits, whose elements are fewer than 128 and one for each guess and domain key. Half of that
    // bound would do; the rest is more than identities and fingerprints of 64 bits collide.
    "ε_keys": "q_dom" * "tries" / .two(to: "tagBits") + "q_dom" * "tries" / .two(to: "cipherKeyBits")
      + .power("q_dom" * "tries" + "q_dom" + 128, 2) / .two(to: 48),
  ]

  private static let ofTheHierarchy: [String: Bound] = [
    // Guesses of the key from which others are derived.
    "ε_prf": "q_derive" / .two(to: "cipherKeyBits"),
    // The guesses of one tag.
    "ε_aead": "q_dec" / .two(to: "tagBits"),
    // Two keys have one commitment, of as many bits as a key, among all that are ever used.
    "ε_com": .birthday(count: "q_seal" + "q_open" + 2 * "q_submit", bits: "cipherKeyBits"),
  ]

  private static let ofEnvelopes: [String: Bound] = [
    // Of one key: what is opened has a guessed tag, or was made under a guessed key (q_dec + q_dek); a guessed key opens
    // (q_open), or makes what the service made (q_seal = q_open + q_dec + q_dek); other keys of the layer are equal to it; or two
    // of its messages have one nonce.
    "ε_aead": ("q_dec" + "q_dek") / .two(to: "tagBits")
      + (2 * "q_open" + 2 * "q_dec" + 3 * "q_dek" + "q_cmk") / .two(to: "cipherKeyBits")
      + .birthday(count: "q_cmk" + "q_dek", bits: "nonceBits")
  ]
}
