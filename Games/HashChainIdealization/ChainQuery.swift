public import GameKit
public import Records

/// What may be asked of a hash chain.
public enum ChainQuery<P: ChainHash>: GameQuery {
  public typealias Node = P.Point

  /// Add a node below the one with this fingerprint, or a founding node.
  case append(parent: P.Digest?, P.Data)
  /// Whether the first node is a child of the second.
  case isChild(Node, of: Node)
  /// Whether the nodes lead, link by link, from the fingerprint `root` to the fingerprint that is answered.
  case path(root: P.Digest, [Node])
  /// The adversary's own evaluation; see `HashQuery.evaluate`. **[ours]**
  case evaluate(Node)

  public enum Kind: Int, QueryKind {
    case append, isChild, path, evaluate

    public var symbol: String {
      switch self {
      case .append: "q_app"
      case .isChild: "q_child"
      case .path: "q_path"
      case .evaluate: "q_work"
      }
    }

    public var resource: Resource? { .hashEvaluations }
  }

  public var kind: Kind {
    switch self {
    case .append: .append
    case .isChild: .isChild
    case .path: .path
    case .evaluate: .evaluate
    }
  }

  public var description: String {
    switch self {
    case .append(let parent, let data): "append(\(parent.map { "\($0)" } ?? "root"), \(data))"
    case .isChild(let child, of: let parent): "isChild(\(child), of: \(parent))"
    case .path(let root, let nodes): "path(\(root), [\(nodes.map(\.description).joined(separator: ", "))])"
    case .evaluate(let node): "evaluate(\(node))"
    }
  }
}

/// What a hash chain answers.
public enum ChainAnswer<P: ChainHash>: Hashable, Codable, Sendable, CustomStringConvertible {
  case fingerprint(P.Digest)
  case yes
  case no
  /// The node's fingerprint belongs to another node, or the path is longer than the chain reads.
  case refused

  public var description: String {
    switch self {
    case .fingerprint(let digest): "\(digest)"
    case .yes: "yes"
    case .no: "no"
    case .refused: "refused"
    }
  }
}
