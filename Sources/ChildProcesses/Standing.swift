/// How far a command is confined in fact.
public struct Standing: Codable, Hashable, Sendable, CustomStringConvertible {
  public struct Missing: Codable, Hashable, Sendable {
    public let rung: Rung
    public let reason: String
  }

  public let rungs: [Rung]
  public let missing: [Missing]

  /// For example `basics, landlock, seccomp; not namespaces (operation not permitted)`.
  public var description: String {
    let standing = rungs.isEmpty ? "none" : rungs.map(\.rawValue).joined(separator: ", ")
    return ([standing] + missing.map { "not \($0.rung) (\($0.reason))" }).joined(separator: "; ")
  }

  /// Looks at the system.
  init(of rungs: [Rung]) {
    let obstacles = rungs.map { ($0, $0.obstacle) }
    self.rungs = obstacles.filter { $0.1 == nil }.map(\.0)
    missing = obstacles.compactMap { rung, reason in reason.map { Missing(rung: rung, reason: $0) } }
  }
}
