import Coins
import Primitives
import Synchronization

/// How often each primitive was called.
final class Calls: Sendable {
  enum Kind: Int, CaseIterable { case signingKey, sign, verify, hash, groupKey, agree, derive, seal, open }

  private let counts = Mutex([Int](repeating: 0, count: Kind.allCases.count))

  func note(_ kind: Kind) { counts.withLock { $0[kind.rawValue] += 1 } }
  subscript(kind: Kind) -> Int { counts.withLock { $0[kind.rawValue] } }
}

/// A suite that counts: the same primitives, each call noted.
struct CountedSuite<Base: Suite>: Suite {
  let base: Base
  let calls: Calls

  var name: String { base.name }
  var signing: Signing { Signing(base: base.signing, calls: calls) }
  var hash: Hash { Hash(base: base.hash, calls: calls) }
  var encryption: MultiRecipientEncryption<Group, Derivation, Cipher> {
    MultiRecipientEncryption(
      group: Group(base: base.encryption.group, calls: calls),
      derivation: Derivation(base: base.encryption.derivation, calls: calls),
      cipher: Cipher(base: base.cipher, calls: calls))
  }

  struct Signing: MessageScheme {
    let base: Base.Signing
    let calls: Calls

    func generateKey(for label: Label, coins: Coins) -> (
      signing: Base.Signing.SigningKey, verification: Base.Signing.VerificationKey
    ) {
      calls.note(.signingKey)
      return base.generateKey(for: label, coins: coins)
    }
    func sign(_ message: [UInt8], with key: Base.Signing.SigningKey, coins: Coins) -> Base.Signing.Signature {
      calls.note(.sign)
      return base.sign(message, with: key, coins: coins)
    }
    func verify(_ signature: Base.Signing.Signature, of message: [UInt8], by key: Base.Signing.VerificationKey, coins: Coins)
      -> SignatureCheck
    {
      calls.note(.verify)
      return base.verify(signature, of: message, by: key, coins: coins)
    }
    func candidate(_ index: UInt64) -> Base.Signing.Signature { base.candidate(index) }
    func maul(_ signature: Base.Signing.Signature) -> Base.Signing.Signature { base.maul(signature) }
  }

  struct Hash: HashFunction {
    let base: Base.Hash
    let calls: Calls

    func digest(_ bytes: [UInt8], coins: Coins) -> Base.Hash.Digest {
      calls.note(.hash)
      return base.digest(bytes, coins: coins)
    }
    func digest(_ data: Message, after parent: Base.Hash.Digest?, coins: Coins) -> Base.Hash.Digest {
      calls.note(.hash)
      return base.digest(data, after: parent, coins: coins)
    }
  }

  struct Group: KeyAgreement {
    let base: Base.Group
    let calls: Calls

    func generateKey(for label: Label, coins: Coins) -> (secret: Base.Group.SecretKey, public: Base.Group.PublicKey) {
      calls.note(.groupKey)
      return base.generateKey(for: label, coins: coins)
    }
    func agree(_ secret: Base.Group.SecretKey, with key: Base.Group.PublicKey) -> Agreement<Base.Group.Shared> {
      calls.note(.agree)
      return base.agree(secret, with: key)
    }
    func equivalent(to key: Base.Group.PublicKey) -> Base.Group.PublicKey? { base.equivalent(to: key) }
  }

  struct Derivation: KeyDerivation {
    let base: Base.Derivation
    let calls: Calls

    func key(from shared: Base.Group.Shared, ephemeral: Base.Group.PublicKey?, coins: Coins) -> Base.Cipher.Key {
      calls.note(.derive)
      return base.key(from: shared, ephemeral: ephemeral, coins: coins)
    }
  }

  struct Cipher: AEAD {
    let base: Base.Cipher
    let calls: Calls

    func generateKey(for label: Label, coins: Coins) -> Base.Cipher.Key { base.generateKey(for: label, coins: coins) }
    func seal(_ message: [UInt8], associatedData: [UInt8], key: Base.Cipher.Key, nonce label: Label, coins: Coins) -> Bytes {
      calls.note(.seal)
      return base.seal(message, associatedData: associatedData, key: key, nonce: label, coins: coins)
    }
    func open(_ ciphertext: Bytes, associatedData: [UInt8], key: Base.Cipher.Key, coins: Coins) -> Opening {
      calls.note(.open)
      return base.open(ciphertext, associatedData: associatedData, key: key, coins: coins)
    }
    func candidate(_ index: UInt64, for ciphertext: Bytes) -> Bytes? { base.candidate(index, for: ciphertext) }
  }
}
