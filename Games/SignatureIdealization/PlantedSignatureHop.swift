// Claim: false, on purpose. Each twin is the hop `ind_uf` with one planted defect in its ideal world; whoever says that the hop
// holds must be seen to object to every one of them.
public import Coins
public import GameKit
public import Primitives

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
    sound.relation(left, right.ideal)
  }

  /// The ideal world with its defect.
  public struct Defective: Game {
    var ideal: SignatureIdealization<S>.Ideal
    let twin: SignatureTwin
    private var coins: Coins?
    private var refusals: UInt64 = 0

    init(ideal: SignatureIdealization<S>.Ideal, twin: SignatureTwin) { (self.ideal, self.twin) = (ideal, twin) }

    public mutating func restart(coins: Coins) {
      ideal.restart(coins: coins)
      self.coins = coins
      refusals = 0
    }

    public mutating func answer(_ query: SignatureQuery<S>) -> SignatureAnswer<S> {
      if case (.drifting, .sign) = (twin, query), coins?.uniform(below: 10_000, for: Label("drift")) == 0 {
        let produced = ideal.service.produced
        defer { ideal.service.produced = produced }
        return ideal.answer(query)
      }
      let answer = ideal.answer(query)
      switch (twin, query, answer) {
      case (.forgetful, .verify(let key, let message, let signature), .accepted):
        let triple = SignedTriple<S>(key: key, message: message, signature: signature)
        return ideal.service.produced.firstIndex(of: triple) == 0 ? .rejected : answer
      case (.biased, .verify, .rejected):
        refusals += 1
        if coins?.bits(6, for: Label("biased", refusals)) == 0 { return .accepted }
      default: break
      }
      return answer
    }
  }
}
