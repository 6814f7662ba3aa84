// Claim: false, on purpose. Each twin is the hop `ind_uf` with one planted defect in its ideal world; whoever says that the hop
// holds must be seen to object to every one of them.
public import Coins
public import GameKit
public import Primitives

/// The defects that can be planted.
public enum SignatureTwin: String, CaseIterable, Sendable {
  /// The ideal world forgets the first signature that it produced.
  case forgetful
  /// Once in 10⁴ trials the ideal world loses the record of a signature, whether or not anybody asks for it.
  case drifting
  /// Once in 64 refusals the ideal world accepts what it should refuse.
  case biased
}

/// `SignatureIdealization` with a defective ideal world.
public struct PlantedSignatureHop<S: SignatureScheme>: Hop {
  public typealias Query = SignatureQuery<S>
  public typealias Answer = SignatureAnswer<S>
  let sound: SignatureIdealization<S>
  let twin: SignatureTwin

  public init(scheme: S, twin: SignatureTwin) { (sound, self.twin) = (SignatureIdealization(scheme: scheme), twin) }

  public var left: SignatureIdealization<S>.Real { sound.left }
  public var right: Defective { Defective(ideal: sound.right, twin: twin) }

  public func isBad(_ left: borrowing SignatureIdealization<S>.Real) -> Bool { sound.isBad(left) }

  public func relation(_ left: borrowing SignatureIdealization<S>.Real, _ right: borrowing Defective) -> Relation {
    if right.hasDrifted { return .broken("produced signatures") }
    return sound.relation(left, right.ideal)
  }

  /// The ideal world with its defect.
  public struct Defective: Game {
    var ideal: SignatureIdealization<S>.Ideal
    let twin: SignatureTwin
    private var coins: Coins?
    private var refusals: UInt64 = 0
    private(set) var hasDrifted = false

    init(ideal: SignatureIdealization<S>.Ideal, twin: SignatureTwin) { (self.ideal, self.twin) = (ideal, twin) }

    public mutating func restart(coins: Coins) {
      ideal.restart(coins: coins)
      self.coins = coins
      refusals = 0
      hasDrifted = false
    }

    public mutating func answer(_ query: SignatureQuery<S>) -> SignatureAnswer<S> {
      let answer = ideal.answer(query)
      switch (twin, query, answer) {
      case (.forgetful, .verify(let key, let message, let signature), .accepted):
        let triple = SignedTriple<S>(key: key, message: message, signature: signature)
        return ideal.service.produced.firstIndex(of: triple) == 0 ? .rejected : answer
      case (.drifting, .sign, .signature):
        hasDrifted = hasDrifted || coins?.uniform(below: 10_000, for: Label("drift")) == 0
      case (.biased, .verify, .rejected):
        refusals += 1
        if coins?.bits(6, for: Label("biased", refusals)) == 0 { return .accepted }
      default: break
      }
      return answer
    }
  }
}
