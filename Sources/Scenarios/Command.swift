/// What is done in one step, in the scenario's names. All of it is asked for by the adversary, who schedules everything; what a
/// genuine entity makes of it is decided by the protocol and the policy.
public enum Command: Hashable, Sendable {
  case authorise(operator: String, trust: String)
  case found(hsm: String, LinkSketch, recipients: [String]?, token: String)
  case addKey(hsm: String, token: String, handle: String, recipients: [String]?, result: String)
  case update(hsm: String, token: String, path: [LinkSketch], recipients: [String]?, result: String)
  /// `kept` deactivated keys are to stay; nil stands for as many as there should be.
  case rotateKey(
    hsm: String, token: String, handle: String, version: Int, signers: [Signer], kept: Int?, result: String)
  case install(host: String, trust: String)
  case advance(host: String, path: [LinkSketch])
  case encrypt(host: String, hsm: String, token: String, KeySketch, message: String, result: String)
  case decrypt(host: String, hsm: String, token: String, KeySketch, ciphertext: Ciphertext)
  /// A customer key is drawn and wrapped; the version that is asked for is the domain key's.
  case createKey(host: String, hsm: String, token: String, KeySketch, result: String)
  /// The customer key in a key token is wrapped anew; the version that is asked for is the one to wrap under.
  case rewrapKey(host: String, hsm: String, token: String, KeySketch, keyToken: String, result: String)
  /// The adversary puts a token together.
  case forge(TokenSketch)
  /// An honest operator or a genuine HSM falls into the adversary's hands, with its keys. The theorem knows no such step: who is
  /// corrupt is so from the start. [ours]
  case corrupt(Entity.Kind, String)

  /// A trust and who is said to have signed it.
  public struct LinkSketch: Hashable, Sendable {
    public var trust: String
    public var signers: [Signer]

    public init(_ trust: String, _ signers: [Signer]) {
      self.trust = trust
      self.signers = signers
    }
  }

  /// Which key is asked for: the version that a handle has after so many rotations, or nil for whichever serves; or the customer
  /// key in a key token under it.
  public struct KeySketch: Hashable, Sendable, ExpressibleByStringLiteral {
    public var handle: String
    public var version: Int?
    public var keyToken: String?

    public init(_ handle: String, version: Int? = nil, keyToken: String? = nil) {
      (self.handle, self.version, self.keyToken) = (handle, version, keyToken)
    }
    public init(stringLiteral handle: String) { self.init(handle) }

    var words: String {
      let words = version.map { "version \($0) of `\(handle)`" } ?? "`\(handle)`"
      return keyToken.map { "the customer key in \($0) under \(words)" } ?? words
    }
  }

  /// One entry of an authorisation.
  public enum Signer: Hashable, Sendable {
    /// Is asked to sign the trust, and does if its rules allow it.
    case signs(String)
    /// A signature that nobody made, under this operator's name.
    case forged(String)
    /// This operator's signature on another trust.
    case reused(String, trust: String)
    /// The signature of this operator, which is also an HSM, on a token.
    case onToken(String, token: String)

    public var name: String {
      switch self {
      case .signs(let name), .forged(let name), .reused(let name, _), .onToken(let name, _): name
      }
    }
  }

  /// What is handed in for decryption.
  public enum Ciphertext: Hashable, Sendable {
    /// What an `encrypt` step gave, by its name.
    case made(String)
    /// The wrapped keys of a token, as if they were somebody's data: the part for the HSM that is asked.
    case wrappedKeys(of: String)
    /// A key token, as if it were somebody's data: with the associated data of key tokens.
    case keyToken(String)

    var words: String {
      switch self {
      case .made(let name): name
      case .wrappedKeys(let token): "the wrapped keys of \(token)"
      case .keyToken(let name): "the key token \(name)"
      }
    }
  }

  /// A token that the adversary makes from parts.
  public struct TokenSketch: Hashable, Sendable {
    public enum Keys: Hashable, Sendable {
      /// Keys of the adversary, wrapped to the trust's HSMs under the trust's tag.
      case own(handles: [String])
      /// The wrapped keys of another token, as they are.
      case from(token: String)
    }

    public enum Signature: Hashable, Sendable {
      /// Made with the signer's key, which is rogue.
      case own
      /// Nobody made it.
      case forged
      /// That of another token, with what it says.
      case from(token: String)
    }

    public var result: String
    public var trust: String
    public var keys: Keys
    public var signer: String
    public var signature: Signature

    public init(_ result: String, trust: String, keys: Keys, signer: String, signature: Signature) {
      self.result = result
      self.trust = trust
      self.keys = keys
      self.signer = signer
      self.signature = signature
    }
  }
}
