import DomainManagement
import Scenarios

/// A step of a found run, with the values themselves; `Story` puts it into names. HSMs are numbered genuine ones first, then
/// rogue.
enum DomainStep<S: DomainSuite> {
  case found(hsm: Int, Trust<S>, [Signer], Token<S>)
  case addKey(hsm: Int, Token<S>, Handle, widenedTo: Int?, Token<S>)
  case update(hsm: Int, Token<S>, [(trust: Trust<S>, signers: [Signer])], Token<S>)
  case rotate(hsm: Int, Token<S>, version: Int, [Signer], kept: Int?, Token<S>)
  case install(host: Int, Trust<S>)
  case advance(host: Int, Trust<S>, [Signer])
  case encrypt(host: Int, hsm: Int, Token<S>, Command.KeySketch, [UInt8])
  case decrypt(host: Int, hsm: Int, Token<S>, Command.KeySketch, [UInt8])
  /// The version is that of the domain key to wrap under; the token that is wrapped anew, if there is one; and the new one.
  case wrapKey(host: Int, hsm: Int, Token<S>, version: Int?, anew: ExportedKeyToken?, ExportedKeyToken)
  case decryptToken(host: Int, hsm: Int, Token<S>, version: Int, ExportedKeyToken)
  case forge(Forgery, Token<S>)

  /// An endorsement by operator number.
  enum Signer {
    case signs(Int), forged(Int), reused(Int, Trust<S>), onToken(Int, Token<S>)
  }

  struct Forgery {
    /// Nil: keys of the adversary.
    let keysOf: Token<S>?
    let signature: Signature

    enum Signature { case own, forged, of(Token<S>) }
  }
}
