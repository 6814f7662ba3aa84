public import Coins
public import GameKit
public import Games
public import Primitives

/// A signature service beside a hash service: causes of two kinds, in one game.
public struct SignaturesAndHashes: Hop {
  public typealias Scheme = CalibratedSignature
  public typealias Function = MessageHash<CalibratedHash>
  private let signatures: SignatureIdealization<Scheme>
  private let hashes: HashIdealization<Function>

  public init(_ scheme: Scheme, _ function: Function) {
    (signatures, hashes) = (SignatureIdealization(scheme: scheme), HashIdealization(function))
  }

  public enum Query: GameQuery {
    case signatures(SignatureQuery<Scheme>)
    case hashes(HashQuery<Function>)

    public enum Kind: Int, QueryKind {
      case signatures, hashes
      public var symbol: String { self == .signatures ? "q_signatures" : "q_hashes" }
    }

    public var kind: Kind {
      switch self {
      case .signatures: .signatures
      case .hashes: .hashes
      }
    }

    public var description: String {
      switch self {
      case .signatures(let query): query.description
      case .hashes(let query): query.description
      }
    }
  }

  public enum Answer: Hashable, Codable, Sendable, CustomStringConvertible {
    case signatures(SignatureAnswer<Scheme>)
    case hashes(HashAnswer<Function>)

    public var description: String {
      switch self {
      case .signatures(let answer): answer.description
      case .hashes(let answer): answer.description
      }
    }
  }

  /// The two services of one world, on the same coins.
  public struct World<
    S: Game<SignatureQuery<Scheme>, SignatureAnswer<Scheme>>, H: Game<HashQuery<Function>, HashAnswer<Function>>
  >:
    Game
  {
    fileprivate(set) var signatures: S
    fileprivate(set) var hashes: H

    public mutating func restart(coins: Coins) {
      signatures.restart(coins: coins)
      hashes.restart(coins: coins)
    }

    public mutating func answer(_ query: Query) -> Answer {
      switch query {
      case .signatures(let query): .signatures(signatures.answer(query))
      case .hashes(let query): .hashes(hashes.answer(query))
      }
    }
  }

  public typealias Left = World<SignatureIdealization<Scheme>.Real, HashIdealization<Function>.Real>
  public typealias Right = World<SignatureIdealization<Scheme>.Ideal, HashIdealization<Function>.Ideal>

  public var left: Left { World(signatures: signatures.left, hashes: hashes.left) }
  public var right: Right { World(signatures: signatures.right, hashes: hashes.right) }

  public func isBad(_ left: borrowing Left) -> Bool { signatures.isBad(left.signatures) || hashes.isBad(left.hashes) }

  public func relation(_ left: borrowing Left, _ right: borrowing Right) -> Relation {
    let relation = signatures.relation(left.signatures, right.signatures)
    return relation == .holds ? hashes.relation(left.hashes, right.hashes) : relation
  }
}

extension SignaturesAndHashes {
  /// The ledgers of both services, with one account.
  struct Ledgers: Ledger {
    var signatures: SignatureLedger<Scheme>
    var hashes: HashLedger<Function>
    /// What no trial's chances exceed.
    let most: Double

    mutating func restart() {
      signatures.restart()
      hashes.restart()
    }

    mutating func note(_ query: Query, _ answer: Answer, in account: inout Account) {
      switch (query, answer) {
      case (.signatures(let query), .signatures(let answer)): signatures.note(query, answer, in: &account)
      case (.hashes(let query), .hashes(let answer)): hashes.note(query, answer, in: &account)
      default: break
      }
    }

    func most(within budget: Budget<Query.Kind>) -> Double { most }
  }
}
