@_spi(Cryptography) public import DomainKeys
public import DomainManagement
public import Primitives
internal import Coins

/// The suite of the key-secrecy games: domain management on the services of a world. One implementation of the protocol runs in
/// every game of the sequence and inside every reduction.
public struct PortedSuite<Base: Suite>: DomainSuite {
  public typealias Identity = Base.Signing.VerificationKey
  public typealias Signature = Base.Signing.Signature
  public typealias AgreementKey = Base.Group.PublicKey
  public typealias Digest = Base.Hash.Digest
  public typealias Share = MultiRecipientEncryption<Base.Group, Base.Derivation, Base.Cipher>.Ciphertext

  /// The right to sign for an identity: the secret itself is the service's.
  public struct SigningKey {
    let identity: Identity
    let party: Party
  }

  /// The right to open what is wrapped to an agreement key; a rogue HSM has the secret itself.
  public enum AgreementSecret {
    case genuine(AgreementKey)
    case rogue(Base.Group.SecretKey)
  }

  /// What a new domain key is.
  enum NewKeys { case drawn, zeros }

  let services: KeySecrecyServices<Base>
  let newKeys: NewKeys

  init(services: KeySecrecyServices<Base>, newKeys: NewKeys = .drawn) { (self.services, self.newKeys) = (services, newKeys) }

  public var name: String { services.base.name }
  private var base: Base { services.base }

  // MARK: Signatures

  public func makeIdentity(draw: UInt64) -> (secret: SigningKey, identity: Identity) {
    let party = Party(draw)
    let answer: SignatureAnswer<KeySecrecyServices<Base>.Scheme>? =
      switch party {
      case .operator: services.operators.ask(.keygen)
      case .hsm: services.hsms.ask(.keygen)
      case .rogueOperator: services.operators.ask(.rogueKeygen)
      case .rogueHSM: services.hsms.ask(.rogueKeygen)
      case .host, .rogueHost: services.hostKeys?.ask(draw)
      case .operation, .adversary, .user: nil
      }
    // Hosts do not sign. The same key serves where a service does not answer, and the trial is a forfeit anyway.
    let identity =
      if case .key(let key) = answer { key } else {
        base.signing.generateKey(for: Self.host(draw), coins: services.coins).verification
      }
    if party == .host || party == .rogueHost { services.journal?.note(.host(draw: draw, identity)) }
    return (SigningKey(identity: identity, party: party), identity)
  }

  /// The draw of a host's identity.
  static func host(_ draw: UInt64) -> Label { Label("host", draw) }

  public func sign(_ message: [UInt8], with key: SigningKey) -> Signature {
    let text = Bytes(message)
    let answer: SignatureAnswer<KeySecrecyServices<Base>.Scheme>? =
      switch key.party {
      case .operator: services.operators.ask(.sign(key.identity, text))
      case .hsm: services.hsms.ask(.sign(key.identity, text))
      case .rogueOperator: services.operators.ask(.rogueSign(key.identity, text))
      case .rogueHSM: services.hsms.ask(.rogueSign(key.identity, text))
      case .host, .rogueHost, .operation, .adversary, .user: nil
      }
    return if case .signature(let signature) = answer { signature } else { bogusSignature() }
  }

  public func verify(_ signature: Signature, of message: [UInt8], by identity: Identity) -> SignatureCheck {
    let port = services.signing(identity, on: StatementContext(of: message))
    return port.ask(.verify(identity, Bytes(message), signature)) == .accepted ? .valid : .invalid(.doesNotVerify)
  }

  public func bogusSignature() -> Signature { base.signing.candidate(0) }

  // MARK: The chain

  /// Computed by whoever reads: only what is written becomes a part of the chain (`KeySecrecyServices.fingerprint`).
  public func digest(_ message: [UInt8]) -> Digest {
    let node = ChainNode<Digest, Bytes>(parent: nil, data: Bytes(message))
    return if case .fingerprint(let digest) = services.chain.ask(.evaluate(node)) { digest } else {
      base.hash.digest(message, coins: services.coins)
    }
  }

  // MARK: Multi-recipient encryption

  public func makeAgreement(draw: UInt64) -> (secret: AgreementSecret, key: AgreementKey) {
    if Party(draw) == .hsm, case .publicKey(let key) = services.recipients.ask(.gen) {
      services.genuine.append(key)
      return (.genuine(key), key)
    }
    let pair = base.encryption.generateKey(for: Label("agree", draw), coins: services.coins)
    return (.rogue(pair.secret), pair.public)
  }

  public func wrap(_ keys: KeyPlaintext, to recipients: [AgreementKey], tag: [UInt8], draw: UInt64) -> [Share]? {
    let secret = keys.bytes
    guard Party(draw) == .operation, recipients.allSatisfy(services.genuine.contains) else {
      return encrypt(secret, to: recipients, tag: tag, draw: draw)
    }
    let query = RecipientQuery<KeySecrecyServices<Base>.Encryption>.lor(
      recipients, tag: Bytes(tag), Bytes(secret), Bytes([UInt8](repeating: 0, count: secret.count)))
    guard case .parts(let parts) = services.recipients.ask(query) else { return nil }
    if services.records != nil {
      for (recipient, share) in zip(recipients, parts) {
        services.records?.append(.init(recipient: recipient, tag: tag, share: share, plaintext: secret))
      }
    }
    return parts
  }

  /// The public algorithm, by whoever runs it.
  private func encrypt(_ secret: [UInt8], to recipients: [AgreementKey], tag: [UInt8], draw: UInt64) -> [Share]? {
    let (exponent, ephemeral) = base.encryption.generateKey(for: Label("ownwrap", draw), coins: services.coins)
    var shares: [Share] = []
    for recipient in recipients {
      guard case .agreed(let shared) = base.encryption.group.agree(exponent, with: recipient),
        case .key(let key) = services.recipients.ask(.derive(shared, ephemeral: ephemeral)),
        case .sealed(let sealed) = services.recipients.ask(.seal(key, tag: Bytes(tag), Bytes(secret)))
      else { return nil }
      shares.append(Share(ephemeral: ephemeral, sealed: sealed))
    }
    return shares
  }

  public func unwrap(_ share: Share, with secret: AgreementSecret, key: AgreementKey, tag: [UInt8]) -> KeyPlaintext? {
    switch secret {
    case .rogue(let secret):
      return open(share, with: secret, tag: tag)
    case .genuine(let recipient):
      if let record = services.records?.first(where: {
        $0.recipient == recipient && $0.share == share && ($0.tag == tag || services.ignoresTags)
      }) {
        return KeyPlaintext(record.plaintext)
      }
      guard case .message(let message) = services.recipients.ask(.dec(recipient, tag: Bytes(tag), share)) else { return nil }
      return KeyPlaintext(message.array)
    }
  }

  /// Decryption by whoever holds an agreement secret.
  func open(_ share: Share, with secret: Base.Group.SecretKey, tag: [UInt8]) -> KeyPlaintext? {
    guard case .agreed(let shared) = base.encryption.group.agree(secret, with: share.ephemeral),
      case .key(let key) = services.recipients.ask(.derive(shared, ephemeral: share.ephemeral))
    else { return nil }
    return open(share, with: key, tag: tag)
  }

  /// Decryption by whoever holds a symmetric key.
  func open(_ share: Share, with key: Base.Cipher.Key, tag: [UInt8]) -> KeyPlaintext? {
    guard case .message(let message) = services.recipients.ask(.open(key, tag: Bytes(tag), share.sealed)) else { return nil }
    return KeyPlaintext(message.array)
  }

  // MARK: Domain keys

  /// A domain key carries the number of its instance in its first eight bytes, because handles do not tell keys apart
  /// (docs/model.md, section 1.5) and the bytes of short keys may repeat. **[ours]**
  public func makeKey(draw: UInt64) -> DomainKey {
    let key = cipherKey("dmkey", draw)
    return DomainKey(
      Self.instance(draw)
        + (newKeys == .zeros && Party(draw) == .operation ? [UInt8](repeating: 0, count: key.count) : key))
  }

  func cipherKey(_ purpose: Purpose, _ instance: UInt64) -> [UInt8] {
    base.cipher.generateKey(for: Label(purpose, instance), coins: services.coins).bytes
  }

  /// The key that `test` answers for the `number`-th tested instance, where it is not the real one.
  func testKey(_ number: Int) -> Bytes {
    Bytes(base.cipher.generateKey(for: CipherLabel.key(number), coins: services.cipherCoins).bytes)
  }

  private static func instance(_ draw: UInt64) -> [UInt8] { withUnsafeBytes(of: draw.bigEndian) { Array($0) } }

  /// The instance and the cipher's key in the bytes of a domain key.
  static func parts(_ secret: [UInt8]) -> (instance: UInt64, key: Bytes) {
    (secret.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, Bytes(Array(secret.dropFirst(8))))
  }

  public func seal(_ message: [UInt8], key: DomainKey, associatedData: [UInt8], draw: UInt64) -> [UInt8]? {
    guard let key = Base.Cipher.Key(bytes: Array(key.secret.dropFirst(8))) else { return nil }
    let (number, isProtected) = (draw & (1 << 56 - 1), Party(draw) == .user)
    let nonce = isProtected ? CipherLabel.nonce(number) : CipherLabel.ownNonce(number)
    let ciphertext = base.cipher.seal(
      message, associatedData: associatedData, key: key, nonce: nonce, coins: services.cipherCoins)
    services.note(ciphertext, associatedData, key)
    return ciphertext.array
  }

  public func open(_ ciphertext: [UInt8], key: DomainKey, associatedData: [UInt8]) -> [UInt8]? {
    guard let key = Base.Cipher.Key(bytes: Array(key.secret.dropFirst(8))) else { return nil }
    let message = base.cipher.open(Bytes(ciphertext), associatedData: associatedData, key: key, coins: services.cipherCoins)
      .message
    services.note(Bytes(ciphertext), associatedData, key, opens: message != nil)
    return message?.array
  }
}
